"""What the shop sells: categories, products and their barcodes."""

from peewee import (
    BigIntegerField,
    BinaryUUIDField,
    BooleanField,
    Check,
    ForeignKeyField,
    TextField,
)

from app.models.tables.base import Table


class Category(Table):
    """A group of products, in the order of the tiles' chips."""

    id = BinaryUUIDField(primary_key=True)
    name = TextField(unique=True, constraints=[Check("name <> ''")])
    position = BigIntegerField()

    class Meta:
        """A category has no time of its own."""

        table_name = "category"


class Product(Table):
    """A product or service. Prices are minor units for a piece, or a kilogram where weighed.

    `search` holds what its name is found by, a token a line; an archived one is not `active`.
    """

    id = BinaryUUIDField(primary_key=True)
    name = TextField(constraints=[Check("name <> ''")])
    category = ForeignKeyField(Category, null=True, on_delete="RESTRICT")
    price_minor = BigIntegerField(constraints=[Check("price_minor >= 0")])
    member_price_minor = BigIntegerField(null=True, constraints=[Check("member_price_minor >= 0")])
    tax_rate_bp = BigIntegerField(constraints=[Check("tax_rate_bp BETWEEN 0 AND 10000")])
    weighed = BooleanField()
    colour = TextField(default="")
    tile_position = BigIntegerField(null=True)
    search = TextField(default="")
    active = BooleanField()
    created_at = BigIntegerField()
    updated_at = BigIntegerField()

    class Meta:
        """A product and what it is found by."""

        table_name = "product"


class Barcode(Table):
    """A code printed on a product, kept as given; no two products share one."""

    code = TextField(primary_key=True, constraints=[Check("code <> ''")])
    product = ForeignKeyField(Product, on_delete="CASCADE")

    class Meta:
        """Kept in the order of the codes."""

        table_name = "barcode"
        without_rowid = True
