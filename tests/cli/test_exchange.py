"""Import and export on the command line: whole or not at all, and told exactly."""

import csv

import pytest

from app.cli.exchange import SHOWN_AT_MOST

MEMBERS = "number,name,phone\n0007,王芳,13800138000\n0008,Ana Ruiz,\n"
SALES = (
    "sold_at,receipt,member,name,quantity,unit_price,total,tender\n"
    "2026-03-08 10:00,R1,0007,Tea,2,12.50,25.00,cash\n"
    "2026-03-08 10:00,R1,0007,Cake,1,30.00,30.00,cash\n"
    "2026-03-09,R2,0009,Tea,1,12.50,12.50,cash\n"
)


@pytest.fixture
def file(tmp_path):
    def writing(text: str | bytes, name: str = "in.csv") -> str:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return str(path)

    return writing


def test_members_come_in_once_however_often_the_file_does(shop, file):
    told = shop.json("import", "members", file(MEMBERS))
    assert (told["added"], told["unchanged"], told["refused"]) == (2, 0, [])
    told = shop.json("import", "members", file(MEMBERS))
    assert (told["added"], told["unchanged"]) == (0, 2)
    assert "Nothing new: all 2 rows" in shop("import", "members", file(MEMBERS)).out
    [wang] = shop.json("member", "find", "13800138000")
    assert wang["number"] == "0007"


def test_one_bad_row_keeps_everything_out_and_is_named(shop, file):
    bad = MEMBERS + "0009,Bo,\n0007,Cy,\n" + "x" * 500 + ",Di,\n"
    ran = shop("import", "members", file(bad), "--json")
    ran.refused("line 5", "nothing was imported")
    assert ran.told["added"] == 0
    assert [refused["line"] for refused in ran.told["refused"]] == [5, 6]
    assert ran.told["refused"][0]["reason"] == "twice_in_file"
    assert ran.told["refused"][0]["sentence"].endswith(".")
    assert shop.json("member", "find", "Ana") == []


def test_bad_rows_may_be_put_aside(shop, file, tmp_path):
    aside = tmp_path / "bad.csv"
    ran = shop("import", "members", file(MEMBERS + "0007,Cy,\n"), "--skip-bad", str(aside))
    ran.refused(str(aside), "1 row cannot", "the others were imported")
    assert "Cy" in aside.read_text("utf-8-sig")
    assert len(shop.json("member", "find", "Ana")) == 1


def test_a_dry_run_changes_nothing(shop, file):
    ran = shop("import", "members", file(MEMBERS), "--dry-run")
    assert "would be" in ran.out
    assert shop.json("member", "find", "Ana") == []


def test_columns_are_mapped_by_heading_or_place(shop, file):
    text = "Kunde;Wer\n0007;Ana\n"
    told = shop.json("import", "members", file(text), "--map", "number=Kunde", "name=2")
    assert told["added"] == 1
    assert shop.json("member", "find", "0007")[0]["name"] == "Ana"


def test_sales_come_in_and_go_out_to_the_cent(shop, file, tmp_path):
    told = shop.json("import", "sales", file(SALES), "--create-missing")
    assert (told["added"], told["sales"]) == (3, 2)
    assert shop.json("import", "sales", file(SALES), "--create-missing")["added"] == 0
    assert shop.json("doctor")["ok"]
    out = tmp_path / "out.csv"
    assert shop.json("export", "sales", str(out))["rows"] == 3
    with out.open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert sorted(row["total"] for row in rows) == ["12.50", "25.00", "30.00"]
    told = {row["number"]: row for row in members_of(shop, tmp_path)}
    assert (told["0007"]["spent"], told["0007"]["visits"]) == ("55.00", "1")


def members_of(shop, tmp_path) -> list[dict[str, str]]:
    out = tmp_path / "members.csv"
    shop.json("export", "members", str(out))
    with out.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("kind", ["members", "products", "sales", "points"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_every_table_goes_out(shop, tmp_path, kind, ending):
    out = tmp_path / f"out.{ending}"
    assert shop.json("export", kind, str(out)) == {"file": str(out), "kind": kind, "rows": 0}
    assert out.stat().st_size > 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["import", "members", "nothing.csv"], "nothing.csv does not exist"),
        (["import", "members", "."], "folder"),
        (["import", "members", "empty.csv"], "empty"),
        (["import", "members", "binary.csv"], "binary.csv"),
        (["import", "members", "good.csv", "--map", "number"], "pair"),
        (["import", "members", "good.csv", "--map", "number=1", "number=2"], "twice"),
        (["import", "members", "good.csv", "--map", "shoe=1"], "shoe"),
        (["import", "members", "good.csv", "--map", "name=Shoe"], "column"),
        (["export", "members", "out.doc"], "out.doc"),
        (["export", "members", "no/such/out.csv"], "out.csv"),
        (["export", "members", "shop/shop.db"], "shop.db"),
    ],
)
def test_what_cannot_be_is_refused(shop, file, tmp_path, monkeypatch, arguments, says):
    monkeypatch.chdir(tmp_path)
    file(MEMBERS, "good.csv")
    file(b"", "empty.csv")
    file(bytes(range(256)) * 40, "binary.csv")
    shop(*arguments).refused(says)


def test_a_person_is_shown_the_first_refusals_only(shop, file):
    rows = "".join(f"{number},{'x' * 500},\n" for number in range(100))
    ran = shop("import", "members", file("number,name,phone\n" + rows))
    assert ran.out.count("too long") == SHOWN_AT_MOST
    assert "and 80 more" in ran.out


def test_a_file_without_a_needed_column_says_which(shop, file):
    refusal = shop("import", "products", file(MEMBERS)).refused()
    assert refusal == "The price has no column in this file; say which one holds it.\n"


def test_a_barcode_twice_in_a_file_names_the_other_line_and_one_in_the_shop_the_option(shop):
    path = shop.folder.parent / "twice.csv"
    path.write_text("barcode,name,price\n4711,Tea,3\n4712,Bun,2\n4711,Tea,4\n")
    ran = shop("import", "products", str(path))
    assert ran.code == 2
    assert "further up in the file" in ran.out
    assert "The other is in line 2." in ran.out
    assert "shop already" not in ran.out + ran.err
    path.write_text("barcode,name,price\n4711,Tea,3\n")
    assert shop("import", "products", str(path)).code == 0
    path.write_text("barcode,name,price\n4711,Tea,4\n")
    ran = shop("import", "products", str(path))
    assert "allow updates with --update" in ran.out
    assert "allow updates with --update" in ran.err
