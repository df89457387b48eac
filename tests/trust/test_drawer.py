"""kill -9 while days are closed: no Z report is half there, none is told that is not there."""

import time

from app.config import TillConfig
from app.models import cash as stored
from app.services.settings import ShopSettings
from app.shop import create_shop, open_shop
from tests.trust import seller
from tests.trust.figures import chance, times

LONGEST_LIFE = 0.2


@times(12, 1_000)
def test_killed_while_closing_a_day_has_its_z_report_or_goes_on(tmp_path, count):
    dice = chance("drawer")
    config = TillConfig(data_dir=tmp_path)
    create_shop(config, ShopSettings()).close()
    told = []
    for _ in range(count):
        running = seller.start("close_days", tmp_path, dice.randrange(10**9))
        time.sleep(dice.random() * LONGEST_LIFE)
        told += running.kill()
        shop = open_shop(config)
        database = shop.desk.database
        assert all(stored.z_of_session(database, each.bytes) for each in told)
        # Closed and reported are one: neither is ever without the other.
        assert not database.value(
            "SELECT count(*) FROM cash_session WHERE (closed_at IS NULL) ="
            " EXISTS (SELECT 1 FROM z_report WHERE session_id = cash_session.id)"
        )
        assert not [check for check in shop.doctor.run() if not check.ok]
        shop.close()
    assert told
