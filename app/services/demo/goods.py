"""What the demo shop sells: a café with a bakery and a shelf of retail goods."""

from dataclasses import dataclass
from decimal import Decimal

from app.services.product_drafts import ProductDraft
from app.services.rules.codes import gtin_check_digit

COFFEE, TEA, BAKERY, MEALS, RETAIL, GOODS = range(6)

CATEGORIES = {
    "zh_CN": ("咖啡", "茶与特调", "烘焙", "轻食", "零售", "周边"),
    "zh_TW": ("咖啡", "茶與特調", "烘焙", "輕食", "零售", "周邊"),
    "en": ("Coffee", "Tea & more", "Bakery", "Light meals", "Retail", "Goods"),
}
_COLOURS = ("teal", "green", "orange", "red", "blue", "violet")
# Shares of a morning, noon, afternoon and evening sale's lines, by category.
DAYPART_WEIGHTS = (
    (60, 8, 26, 6, 3, 1),
    (34, 14, 14, 34, 3, 1),
    (38, 22, 28, 4, 6, 2),
    (22, 30, 26, 12, 7, 3),
)
# Percent, printed on receipts: food and drink, then goods.
_TAX = {"zh_CN": ("6", "13"), "zh_TW": ("5", "5"), "en": ("9", "9")}

# Simplified | traditional | English | yuan | member's yuan | how often | marks.
# Marks: w weighed, b has a barcode, x is not on a tile.
_TABLE = (
    """
燕麦拿铁|燕麥拿鐵|Oat Latte|28|25|30|
冰美式|冰美式|Iced Americano|22|19.8|26|
手冲耶加雪菲|手沖耶加雪菲|Pour-over Yirgacheffe|38|34|9|
抹茶拿铁|抹茶拿鐵|Matcha Latte|30|27|13|
热可可|熱可可|Hot Chocolate|26||8|
热美式|熱美式|Americano|20|18|16|
拿铁|拿鐵|Latte|26|23|22|
卡布奇诺|卡布奇諾|Cappuccino|26|23|10|
澳白|小白咖啡|Flat White|27|24|12|
冷萃|冷萃咖啡|Cold Brew|28|25|12|
生椰拿铁|生椰拿鐵|Coconut Latte|29|26|18|
桂花拿铁|桂花拿鐵|Osmanthus Latte|30|27|9|
浓缩|濃縮咖啡|Espresso|16||4|
手冲瑰夏|手沖藝伎|Pour-over Geisha|68|62|2|
""",
    """
凤凰单丛|鳳凰單叢|Phoenix Oolong|26|23|6|
茉莉冷泡茶|茉莉冷泡茶|Jasmine Cold Brew Tea|22|20|8|
柠檬红茶|檸檬紅茶|Lemon Black Tea|20||9|
桃子乌龙|蜜桃烏龍|Peach Oolong|24|21|8|
葡萄气泡水|葡萄氣泡水|Grape Sparkling|25||7|
海盐芝士抹茶|海鹽起司抹茶|Sea Salt Matcha|30|27|6|
鲜橙美式|鮮橙美式|Orange Americano|28|25|8|
姜汁可乐|薑汁可樂|Ginger Cola|22||3|
热牛奶|熱牛奶|Steamed Milk|16||3|
洛神花茶|洛神花茶|Roselle Tea|20||3|
""",
    """
可颂|可頌|Croissant|16|14|24|
巴斯克蛋糕|巴斯克蛋糕|Basque Cheesecake|32|28|13|
贝果 · 芝麻|貝果 · 芝麻|Bagel · Sesame|14||10|
司康（2 个）|司康（2 個）|Scones (2)|18||8|
巧克力可颂|巧克力可頌|Pain au Chocolat|19|17|12|
肉桂卷|肉桂捲|Cinnamon Roll|18|16|11|
海盐面包卷|海鹽麵包捲|Salt Bread|9||14|
提拉米苏|提拉米蘇|Tiramisu|34|30|8|
柠檬磅蛋糕|檸檬磅蛋糕|Lemon Pound Cake|22|19|7|
蔓越莓吐司|蔓越莓吐司|Cranberry Toast|26|23|5|
法棍|法棍|Baguette|15||6|
蛋挞（2 个）|蛋塔（2 個）|Egg Tarts (2)|14||12|
手工曲奇（散称）|手工餅乾（秤重）|Cookies by Weight|128|118|4|w
坚果脆（散称）|堅果脆片（秤重）|Nut Brittle by Weight|168|152|2|w
""",
    """
三明治 · 火腿|三明治 · 火腿|Sandwich · Ham|24|21|12|
三明治 · 金枪鱼|三明治 · 鮪魚|Sandwich · Tuna|26|23|10|
牛油果吐司|酪梨吐司|Avocado Toast|32|28|9|
凯撒鸡肉沙拉|凱薩雞肉沙拉|Chicken Caesar Salad|36|32|8|
番茄浓汤|番茄濃湯|Tomato Soup|22||6|
蘑菇汤配面包|蘑菇湯佐麵包|Mushroom Soup & Bread|28|25|5|
酸奶燕麦杯|優格燕麥杯|Yoghurt Granola Cup|22|20|6|
水果杯|水果杯|Fruit Cup|20||5|
""",
    """
挂耳咖啡 10 片|掛耳咖啡 10 包|Drip Bags × 10|68|59|10|b
咖啡豆 250 g|咖啡豆 250 g|Coffee Beans 250 g|88|78|12|b
咖啡豆 1 kg|咖啡豆 1 kg|Coffee Beans 1 kg|298|268|2|b
低因咖啡豆 250 g|低因咖啡豆 250 g|Decaf Beans 250 g|98|88|3|b
冷萃袋泡 6 包|冷萃浸泡包 6 入|Cold Brew Bags × 6|49|44|4|b
燕麦奶 1 L|燕麥奶 1 L|Oat Milk 1 L|18||6|bx
黑巧克力 72%|黑巧克力 72%|Dark Chocolate 72%|36|32|4|bx
蜂蜜 500 g|蜂蜜 500 g|Honey 500 g|58|52|2|bx
桂花酱 200 g|桂花醬 200 g|Osmanthus Jam 200 g|32||2|bx
""",
    """
随行杯 350 ml|隨行杯 350 ml|Travel Mug 350 ml|129||5|b
马克杯|馬克杯|Mug|79|69|4|b
手冲壶|手沖壺|Gooseneck Kettle|268|239|1|bx
滤纸 100 张|濾紙 100 張|Paper Filters × 100|38||4|bx
帆布袋|帆布袋|Tote Bag|59|49|3|b
""",
)
_COLUMN = {"zh_CN": 0, "zh_TW": 1, "en": 2}


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product and how often it is bought among those of its category."""

    draft: ProductDraft
    category: int
    often: int


def demo_products(language: str) -> tuple[DemoProduct, ...]:
    """The sixty products, named and priced as where `language` is spoken."""
    found: list[DemoProduct] = []
    for category, table in enumerate(_TABLE):
        for row in table.strip().splitlines():
            found.append(_product(row.split("|"), category, len(found) + 1, language))
    return tuple(found)


def _product(row: list[str], category: int, place: int, language: str) -> DemoProduct:
    marks = row[6]
    draft = ProductDraft(
        name=row[_COLUMN[language]],
        barcodes=_barcodes(marks, place),
        price=_local_price(row[3], language),
        member_price=_local_price(row[4], language) if row[4] else "",
        category=CATEGORIES[language][category],
        tax_rate=_TAX[language][category == GOODS],
        weighed="w" in marks,
        colour=_COLOURS[category],
        tile="x" not in marks,
    )
    return DemoProduct(draft, category, int(row[5]))


def _barcodes(marks: str, place: int) -> tuple[str, ...]:
    """A GTIN-13, or the item code that a scale prints into a label."""
    if "w" in marks:
        return (f"{place:05d}",)
    if "b" not in marks:
        return ()
    body = f"690000000{place:03d}"
    return (body + gtin_check_digit(body),)


def _local_price(yuan: str, language: str) -> str:
    """Taipei pays fivefold, to 5 dollars; Singapore a quarter, to 10 cents."""
    fen = int(Decimal(yuan) * 100)
    if language == "zh_TW":
        return str((fen + 50) // 100 * 5)
    if language == "en":
        tenths = (fen + 20) // 40
        return f"{tenths // 10}.{tenths % 10}0"
    return f"{fen // 100}.{fen % 100:02d}"
