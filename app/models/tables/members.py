"""Members and what hangs on them, for lists whose filters are put together at run time."""

from peewee import BigIntegerField, BinaryUUIDField, Check, CompositeKey, ForeignKeyField, TextField

from app.models.tables.base import Table


class Member(Table):
    """A person enrolled. `phone_digits` and their reverse are what a phone is found by.

    `seq` is this file's own short key, for what only serves a search.
    """

    seq = BigIntegerField(primary_key=True)
    id = BinaryUUIDField(unique=True)
    number = TextField(unique=True, constraints=[Check("number <> ''")])
    name = TextField()
    phone = TextField(default="")
    phone_e164 = TextField(null=True)
    phone_digits = TextField(null=True)
    phone_reversed = TextField(null=True)
    gender = TextField(default="")
    birthday = TextField(default="")
    birthday_solar = TextField(default="")
    joined_on = TextField()
    note = TextField(default="")
    email = TextField(default="")
    wechat = TextField(default="")
    address = TextField(default="")
    occupation = TextField(default="")
    source = TextField(default="")
    adviser = TextField(default="")
    preferences = TextField(default="[]")
    custom = TextField(default="{}")
    state = TextField()
    created_at = BigIntegerField()
    updated_at = BigIntegerField()

    class Meta:
        """Phones are unique among those not archived."""

        table_name = "member"


class MemberSummary(Table):
    """What is kept of a member's ledgers for speed; the doctor proves that both agree."""

    member = ForeignKeyField(Member, field="id", primary_key=True, on_delete="RESTRICT")
    points = BigIntegerField(default=0)
    visits = BigIntegerField(default=0)
    spent_minor = BigIntegerField(default=0)
    last_visit_at = BigIntegerField(default=0)

    class Meta:
        """One row a member."""

        table_name = "member_summary"
        without_rowid = True


class MemberRecency(Table):
    """Last visits and points once more, in short rows by which searches are sorted."""

    member = ForeignKeyField(Member, column_name="seq", primary_key=True, on_delete="RESTRICT")
    last_visit_at = BigIntegerField()
    points = BigIntegerField(default=0)

    class Meta:
        """Written by triggers alone."""

        table_name = "member_recency"


class MemberToken(Table):
    """What a name is found by."""

    token = TextField()
    seq = BigIntegerField()

    class Meta:
        """A search index: it has no foreign key."""

        table_name = "member_token"
        primary_key = CompositeKey("token", "seq")
        without_rowid = True


class MemberTag(Table):
    """A tag on a member."""

    member = ForeignKeyField(Member, field="id", on_delete="CASCADE")
    tag = TextField(constraints=[Check("tag <> ''")])

    class Meta:
        """A tag stands once on a member."""

        table_name = "member_tag"
        primary_key = CompositeKey("member", "tag")
        without_rowid = True
