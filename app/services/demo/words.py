"""Names, habits and small talk of the demo shop, by language."""


def _each(text: str) -> tuple[str, ...]:
    """Names written with blanks between them."""
    return tuple(text.split())


SHOP = {
    "zh_CN": (
        "屿见咖啡（演示）",
        "烘焙 · 咖啡 · 器具",
        "上海市徐汇区梧桐路 88 号",
        "021 5550 0188",
    ),
    "zh_TW": ("嶼見咖啡（演示）", "烘焙 · 咖啡 · 器具", "臺北市大安區梧桐街 88 號", "02 2700 0188"),
    "en": ("Isle Coffee (demo)", "Bakery · coffee · tools", "88 Plane Tree Lane", "6100 0188"),
}
FOOTER = {
    "zh_CN": "谢谢光临，欢迎再来",
    "zh_TW": "謝謝光臨，歡迎再來",
    "en": "Thank you, see you soon",
}
CARD_TERMS = {
    "zh_CN": "持卡享会员价，消费积分可抵现。遗失请到店补办。",
    "zh_TW": "持卡享會員價，消費點數可折抵。遺失請到店補辦。",
    "en": "Member prices and points with this card. Lost it? Ask at the counter.",
}
# Currency, time zone and country of each language's demo.
PLACE = {
    "zh_CN": ("CNY", "Asia/Shanghai", "CN"),
    "zh_TW": ("TWD", "Asia/Taipei", "TW"),
    "en": ("SGD", "Asia/Singapore", "SG"),
}

# Common surnames as often as they are met, then some with a reading of their own.
SURNAMES = (
    "王王王王李李李李张张张张刘刘刘陈陈陈陈杨杨黄黄黄赵赵吴吴吴周周徐徐孙马朱胡林林林郭何何高罗郑"
    "梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方"
    "单仇解区查翟盖朴缪乐宁应华"
)
COMPOUND_SURNAMES = ("欧阳", "司马", "上官", "尉迟", "令狐", "诸葛")
GIVEN_FEMALE = _each(
    "雨晴 思琪 晓燕 慧敏 佳怡 欣然 静怡 梦瑶 诗涵 雅婷 丽华 婉清 若曦 一诺 可馨 语嫣 淑芬 美玲 "
    "秀英 "
    "芳 娜 婷 敏 静 倩 颖 璐 琳 洁 雪 莹 蕾 楠 怡 萱 桂英 小红 玉兰 春梅 晓彤 子涵 梓萱 书瑶 "
    "安然 知夏 "
    "沐晴 念慈 清欢 以宁 南星"
)
GIVEN_MALE = _each(
    "伟 强 磊 军 勇 杰 涛 明 超 刚 辉 鹏 斌 浩 宇 航 博 峰 凯 俊 建国 志强 建华 文博 子轩 浩然 "
    "宇轩 "
    "俊杰 天佑 思远 承志 家豪 一鸣 嘉伟 国栋 立新 海涛 晓东 逸飞 明哲 子墨 景行 怀瑾 望舒 致远 "
    "乐天 "
    "星河 长风 慕白 云深"
)
# Where the demo is in traditional characters.
TRADITIONAL = str.maketrans(
    "张刘陈杨黄赵吴孙马罗郑谢许邓韩冯萧肖苏吕任卢钟谭范陆贾韦单区盖缪乐宁应华欧尉迟诸"
    "晓怡静梦瑶诗涵丽婉语莹颖洁雪兰书欢伟强军杰涛刚辉鹏凯建国轩远承鸣栋东飞长风云",
    "張劉陳楊黃趙吳孫馬羅鄭謝許鄧韓馮蕭蕭蘇呂任盧鍾譚范陸賈韋單區蓋繆樂寧應華歐尉遲諸"
    "曉怡靜夢瑤詩涵麗婉語瑩穎潔雪蘭書歡偉強軍傑濤剛輝鵬凱建國軒遠承鳴棟東飛長風雲",
)
LATIN_FIRST = _each(
    "Emma Olivia Ava Sophia Mia Grace Chloe Hannah Anna Julia Clara Nora Lily Ruth Ivy Zoe "
    "Liam Noah James Oliver Lucas Henry David Daniel Adam Leo Ethan Oscar Felix Hugo Marco José "
    "Nurul Siti Aisha Ravi Priya Arjun Kumar Mei Wei Jun"
)
LATIN_LAST = _each(
    "Tan Lim Lee Ng Wong Goh Chua Ong Koh Teo Smith Jones Brown Taylor Wilson Evans Walker "
    "Müller Schmidt García Rossi Silva Nair Menon Singh Rahman Abdullah Ismail O'Brien McKay"
)
# Latin names met in a Chinese shop.
GUESTS = ("Emma Wilson", "David Chen", "José García", "Anna Müller", "Yuki Tanaka", "Tom O'Brien")

TAGS = {
    "zh_CN": ("上班族", "街坊", "学生", "手冲爱好者", "带宠物", "企业团购", "老会员", "素食"),
    "zh_TW": ("上班族", "街坊", "學生", "手沖愛好者", "帶寵物", "企業團購", "老會員", "素食"),
    "en": ("office", "neighbour", "student", "pour-over fan", "brings a dog", "bulk", "vegetarian"),
}
PREFERENCES = {
    "zh_CN": ("燕麦奶", "少糖", "去冰", "靠窗", "低因", "自带杯", "浅烘", "不加肉桂"),
    "zh_TW": ("燕麥奶", "少糖", "去冰", "靠窗", "低因", "自備杯", "淺焙", "不加肉桂"),
    "en": ("oat milk", "less sugar", "no ice", "window seat", "decaf", "own cup", "light roast"),
}
SOURCES = {
    "zh_CN": ("路过", "朋友介绍", "小红书", "大众点评", "公司团购", "周末市集"),
    "zh_TW": ("路過", "朋友介紹", "Instagram", "Google 地圖", "公司團購", "週末市集"),
    "en": ("walked by", "a friend", "Instagram", "Google Maps", "company event", "weekend market"),
}
OCCUPATIONS = {
    "zh_CN": ("设计师", "教师", "程序员", "医生", "学生", "律师", "自由职业", "会计"),
    "zh_TW": ("設計師", "教師", "工程師", "醫師", "學生", "律師", "自由業", "會計"),
    "en": ("designer", "teacher", "engineer", "doctor", "student", "lawyer", "accountant"),
}
ADVISERS = {
    "zh_CN": ("小林", "阿杰", "店长 周敏"),
    "zh_TW": ("小林", "阿傑", "店長 周敏"),
    "en": ("Lin", "Jay", "Mina (manager)"),
}
NOTES = {
    "zh_CN": (
        "对花生过敏",
        "生日那周爱带同事来",
        "喜欢聊豆子",
        "常带女儿，坐角落的小桌",
        "发票抬头在抽屉",
    ),
    "zh_TW": (
        "對花生過敏",
        "生日那週愛帶同事來",
        "喜歡聊豆子",
        "常帶女兒，坐角落的小桌",
        "統編在抽屜",
    ),
    "en": ("allergic to peanuts", "likes to talk about beans", "comes with her daughter"),
}
RELATIONS = {"zh_CN": ("女儿", "儿子"), "zh_TW": ("女兒", "兒子"), "en": ("daughter", "son")}
# Reasons of discounts: a basket's, the evening's bakery, rounding down; labels of held sales.
REASONS = {
    "zh_CN": ("熟客优惠", "晚间面包八折", "抹零"),
    "zh_TW": ("熟客優惠", "晚間麵包八折", "抹零"),
    "en": ("regular's treat", "evening bakery", "rounded down"),
}
HELD = {
    "zh_CN": ("3 号桌", "去取车，马上回来"),
    "zh_TW": ("3 號桌", "去牽車，馬上回來"),
    "en": ("table 3", "back in a minute"),
}
# How people pay, in percent: cash, WeChat, Alipay, bank card, other.
PAYING = {
    "zh_CN": (11, 51, 29, 7, 2),
    "zh_TW": (46, 1, 1, 20, 32),
    "en": (20, 3, 6, 48, 23),
}
OTHER_TENDER = {"zh_CN": "云闪付", "zh_TW": "LINE Pay", "en": "PayNow"}

CARE: dict[str, dict[str, tuple[str, ...]]] = {
    "zh_CN": {
        "rules": ("问问新买的器具用得怎么样", "送上生日祝福，提醒生日券", "好久不见，邀请来坐坐"),
        "calls": ("告知预订的豆子已到店", "确认周末手冲课的时间", "介绍新的会员价咖啡豆"),
        "feedback": ("豆子很新鲜，店员很热情", "环境安静，适合看书", "外带的拿铁洒了一半，没人管"),
        "notes": ("已电话致歉，答应下次到店补一杯",),
        "series": ("拉花水平", "级"),
        "challenge": ("秋日常来赛", "手冲壶一只"),
        "course": (
            "拉花入门课",
            "每次 40 分钟，自带围裙；六次课后能独立拉出心形。",
            "打发奶泡",
            "白心",
            "心形",
            "树叶",
        ),
    },
    "zh_TW": {
        "rules": ("問問新買的器具用得怎麼樣", "送上生日祝福，提醒生日券", "好久不見，邀請來坐坐"),
        "calls": ("告知預訂的豆子已到店", "確認週末手沖課的時間", "介紹新的會員價咖啡豆"),
        "feedback": ("豆子很新鮮，店員很熱情", "環境安靜，適合看書", "外帶的拿鐵灑了一半，沒人管"),
        "notes": ("已致電道歉，答應下次到店補一杯",),
        "series": ("拉花水準", "級"),
        "challenge": ("秋日常來賽", "手沖壺一只"),
        "course": (
            "拉花入門課",
            "每次 40 分鐘，自備圍裙；六次課後能獨立拉出心形。",
            "打發奶泡",
            "白心",
            "心形",
            "樹葉",
        ),
    },
    "en": {
        "rules": (
            "Ask how the new tools brew",
            "Wish a happy birthday, mention the coupon",
            "Long not seen: invite for a coffee",
        ),
        "calls": (
            "Say that the ordered beans are here",
            "Confirm the brewing class on Saturday",
            "Tell of the new beans at the member price",
        ),
        "feedback": (
            "Fresh beans, friendly staff",
            "Quiet, a good place to read",
            "Half of my latte was spilt, nobody cared",
        ),
        "notes": ("Called to say sorry; the next one is on the house",),
        "series": ("Latte art", "level"),
        "challenge": ("Autumn regulars", "A pour-over kettle"),
        "course": (
            "First steps in latte art",
            "40 minutes each; after six lessons a heart succeeds alone.",
            "Steam the milk",
            "A white dot",
            "A heart",
            "A leaf",
        ),
    },
}

# The campaign's name, the event it invites to, and where that is.
CAMPAIGN = {
    "zh_CN": ("秋季品鉴会", "手冲品鉴之夜", "二楼吧台"),
    "zh_TW": ("秋季品鑑會", "手沖品鑑之夜", "二樓吧檯"),
    "en": ("Autumn tasting", "A night of pour-overs", "the bar upstairs"),
}
CAMPAIGN_TEXTS = (
    ("zh_CN", "{name}您好，{shop}请您来{event}：{date} {time}，{place}。"),
    ("zh_TW", "{name}您好，{shop}請您來{event}：{date} {time}，{place}。"),
    ("en", "Hello {name}, {shop} invites you to {event}: {date}, {time}, at {place}."),
)
