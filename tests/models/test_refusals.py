"""What the engine could not do is told as what it is."""

import apsw
import pytest

from app.errors import ShopFileUnreadable, StorageFailed
from app.models import refusals


def test_a_file_that_may_not_be_read_is_not_told_as_damaged(tmp_path, monkeypatch):
    path = tmp_path / "shop.db"
    path.write_bytes(b"")
    with pytest.raises(ShopFileUnreadable), refusals.storage_errors(path):
        raise apsw.CantOpenError
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(StorageFailed) as refused, refusals.storage_errors(path):
        raise apsw.CantOpenError
    assert refused.value.detail == "Permission denied"
