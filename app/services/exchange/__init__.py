"""Exchange: tables in from CSV and Excel, tables out to them."""
