"""What every table class is: a shape for building queries, bound to no file."""

from peewee import Model


class Table(Model):
    """A table of the shop's file; `Database.query` runs what is built with it."""

    class Meta:
        """Table names are given one by one."""

        legacy_table_names = False
