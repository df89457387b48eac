"""What the parts and fields of a scheme are called in forms, in every language."""

from app.messages.scheme_choices import CHOICES
from app.messages.scheme_words import LANGUAGES

_AT = {language: at for at, language in enumerate(("en", "zh_CN", "zh_TW"))}


def field_label(cls: str, name: str, language: str) -> str:
    """A field's label: the one of its own class, else the one for every class."""
    found = FIELDS.get(f"{cls}.{name}") or FIELDS.get(name)
    return found[_at(language)] if found else name.replace("_", " ").capitalize()


def choice_label(kind: str, value: str, language: str) -> str:
    """What one value of a choice is called."""
    found = CHOICES.get(f"{kind}.{value}")
    return found[_at(language)] if found else value.replace("_", " ")


def part_label(part: str, language: str) -> str:
    """What a part of the scheme is called in the editor."""
    return PARTS[part][_at(language)]


def new_names(part: str) -> dict[str, str]:
    """The name something new of a part begins with, in every language."""
    return {language: NEW[part][at] for language, at in _AT.items()} if part in NEW else {}


def _at(language: str) -> int:
    return _AT[language if language in LANGUAGES else "en"]


PARTS = {
    "earn": ("Earning", "消费积分", "消費點數"),
    "multipliers": ("More points", "多倍积分", "多倍點數"),
    "points": ("Points rules", "积分规则", "點數規則"),
    "tiers": ("Tiers", "等级", "等級"),
    "rewards": ("Rewards", "积分兑换", "點數兌換"),
    "coupons": ("Coupons", "优惠券", "優惠券"),
    "promotions": ("Offers", "优惠活动", "優惠活動"),
    "plans": ("Paid plans", "付费会员", "付費會員"),
    "wallet": ("Stored value", "储值与礼品卡", "儲值與禮物卡"),
    "passes": ("Passes", "次卡", "次卡"),
    "perks": ("Perks", "权益次数", "權益次數"),
    "badges": ("Badges", "徽章", "徽章"),
    "activities": ("Check-ins", "签到与推荐", "簽到與推薦"),
    "partner_cards": ("Partner cards", "联名卡", "聯名卡"),
    "groups": ("Goods groups", "商品组", "商品組"),
    "archive": ("Leaving", "流失归档", "流失歸檔"),
    "texts": ("Name and rules", "名称与店规", "名稱與店規"),
}

NEW = {
    "earn": ("Points for purchases", "消费积分", "消費點數"),
    "multipliers": ("Double points", "双倍积分", "雙倍點數"),
    "tiers": ("New tier", "新等级", "新等級"),
    "rewards": ("New reward", "新兑换品", "新兌換品"),
    "coupons": ("New coupon", "新优惠券", "新優惠券"),
    "promotions": ("New offer", "新优惠", "新優惠"),
    "plans": ("New plan", "新套餐", "新方案"),
    "passes": ("New pass", "新次卡", "新次卡"),
    "perks": ("New perk", "新权益", "新權益"),
    "badges": ("New badge", "新徽章", "新徽章"),
    "activities": ("New activity", "新活动", "新活動"),
    "partner_cards": ("New partner card", "新联名卡", "新聯名卡"),
    "groups": ("New group", "新商品组", "新商品組"),
}

FIELDS = {
    # names and texts
    "name": ("Name", "名称", "名稱"),
    "title": ("Name of the scheme", "方案名称", "方案名稱"),
    "summary": ("In one sentence", "一句话介绍", "一句話介紹"),
    "notice": ("What members are told", "告知会员的话", "告知會員的話"),
    "greeting": ("Greeting on the coupon", "券上的祝福语", "券上的祝福語"),
    "outside": ("Handed out instead of goods", "改为发放", "改為發放"),
    "partner": ("Partner", "合作方", "合作方"),
    "benefits": ("Read out to the member", "会员可见的权益", "會員可見的權益"),
    # earning
    "basis": ("Counted by", "计算方式", "計算方式"),
    "points": ("Points", "积分", "點數"),
    "unit": ("For each (amount paid)", "每消费（元）", "每消費（元）"),
    "unit_quantity": ("For each (units bought)", "每购买（件）", "每購買（件）"),
    "also": ("On top of the rules above", "在上面的规则之外另加", "在上面的規則之外另加"),
    "net_of_tax": ("Tax does not count", "不计税额", "不計稅額"),
    "qualifies": ("Counts for tiers", "计入等级", "計入等級"),
    "factor": ("Times", "倍数", "倍數"),
    "rules": ("For these rules only", "仅用于这些规则", "僅用於這些規則"),
    "group": ("In one group the best counts", "同组取最高（组名）", "同組取最高（組名）"),
    "Multiplier.qualifies": (
        "The extra counts for tiers",
        "多得部分计入等级",
        "多得部分計入等級",
    ),
    # points
    "pending_days": ("Usable after (days)", "几天后可用", "幾天後可用"),
    "expiry": ("Points expire", "积分过期", "點數到期"),
    "months": ("Months", "月数", "月數"),
    "PointsTerms.grace_days": (
        "Returned points last at least (days)",
        "退回的积分至少可用（天）",
        "退回的點數至少可用（天）",
    ),
    "burn": ("Points pay as money", "积分可抵现金", "點數可折抵現金"),
    "PointsTender.points": ("So many points", "多少积分", "多少點數"),
    "value": ("Pay (amount)", "抵（元）", "折抵（元）"),
    "min_points": ("At least (points at once)", "每次至少（积分）", "每次至少（點數）"),
    "max_part": ("At most (% of a sale)", "最多抵一单的（%）", "最多折抵一單的（%）"),
    "claim_days": (
        "Receipts can be claimed within (days)",
        "小票补积分期限（天）",
        "收據補點期限（天）",
    ),
    # who, when, what
    "who": ("For whom", "谁可享受", "誰可享受"),
    "when": ("When", "什么时候", "什麼時候"),
    "goods": ("On which goods", "哪些商品", "哪些商品"),
    "gate": ("Only they may buy", "仅他们可买", "僅他們可買"),
    "members_only": ("Members only", "仅限会员", "僅限會員"),
    "tiers": ("Tiers", "等级", "等級"),
    "plans": ("Paid plans", "付费会员", "付費會員"),
    "partner_cards": ("Partner cards", "联名卡", "聯名卡"),
    "tags": ("Tags", "标签", "標籤"),
    "birthday": ("Around the birthday", "生日前后", "生日前後"),
    "dependant_birthday": ("Around a family birthday", "家人生日前后", "家人生日前後"),
    "often_bought": ("Who often buys", "常买的商品", "常買的商品"),
    "bought_at_least": ("Times in 90 days", "90 天内次数", "90 天內次數"),
    "first_purchase": ("On the first purchase", "仅首次消费", "僅首次消費"),
    "new_within_days": ("Days since joining, at most", "入会不超过（天）", "入會不超過（天）"),
    "dates": ("Dates", "日期", "日期"),
    "first": ("From", "从", "從"),
    "last": ("To", "到", "到"),
    "weekdays": ("Weekdays", "星期", "星期"),
    "month_days": ("Days of the month", "每月几号", "每月幾號"),
    "festivals": ("Festivals", "节日", "節日"),
    "hours": ("Hours", "时段", "時段"),
    "products": ("Products", "商品", "商品"),
    "categories": ("Categories", "分类", "分類"),
    "groups": ("Groups", "商品组", "商品組"),
    "without": ("But not", "除外", "除外"),
    # benefits
    "benefit": ("What they get", "得到什么", "得到什麼"),
    "kind": ("Kind", "方式", "方式"),
    "percent": ("Percent off (%)", "减（%）", "減（%）"),
    "amount": ("Amount off", "减（元）", "減（元）"),
    "each": ("Off every (amount)", "每满（元）", "每滿（元）"),
    "price": ("Price", "价格（元）", "價格（元）"),
    "units": ("Units", "件数", "件數"),
    "every": ("Of every (units)", "每几件", "每幾件"),
    "parts": ("In the bundle", "套餐内容", "套餐內容"),
    "quantity": ("Units", "件数", "件數"),
    "coupon": ("Coupon", "优惠券", "優惠券"),
    "min_basket": ("From (amount)", "满（元）", "滿（元）"),
    "max_amount": ("At most (amount off)", "最多减（元）", "最多減（元）"),
    "max_units": ("At most (units)", "最多（件）", "最多（件）"),
    "phase": ("Reckoned on", "计算范围", "計算範圍"),
    "stacking_group": ("Best of group (name)", "互斥组（组名）", "互斥組（組名）"),
    "limit": ("How often", "次数限制", "次數限制"),
    "per_member_day": ("A member and day", "每人每天", "每人每天"),
    "per_member": ("A member in all", "每人总共", "每人總共"),
    "per_member_year": ("A member and year", "每人每年", "每人每年"),
    # rewards and coupons
    "cost_points": ("Costs (points)", "需要积分", "需要點數"),
    "Reward.cost": ("Costs the shop (amount)", "本店成本（元）", "本店成本（元）"),
    "trigger": ("How it is issued", "如何发放", "如何發放"),
    "valid_days": ("Valid for (days)", "有效天数", "有效天數"),
    "last_day": ("Never after", "最晚日期", "最晚日期"),
    "bearer": ("For whoever brings it", "不记名", "不記名"),
    "sale_from": ("For sales from (amount)", "消费满（元）", "消費滿（元）"),
    # tiers
    "window": ("Counted over", "计算周期", "計算週期"),
    "window_months": ("So many months", "最近几个月", "最近幾個月"),
    "kept": ("Kept", "保留", "保留"),
    "kept_months": ("For (months)", "保留月数", "保留月數"),
    "grace_days": ("Days of grace", "宽限天数", "寬限天數"),
    "downgrade": ("After that", "到期后", "到期後"),
    "TierTerms.tiers": ("The tiers", "各等级", "各等級"),
    "threshold.spend": ("From (amount spent)", "消费达到（元）", "消費達到（元）"),
    "threshold.points": ("From (points)", "达到（积分）", "達到（點數）"),
    "lifetime_threshold.spend": ("For life from (amount)", "终身保留（元）", "終身保留（元）"),
    "lifetime_threshold.points": (
        "For life from (points)",
        "终身保留（积分）",
        "終身保留（點數）",
    ),
    # plans
    "plan_needed": (
        "Only who holds a plan may buy",
        "仅付费会员可购物",
        "僅付費會員可購物",
    ),
    "fee": ("Fee (amount)", "费用（元）", "費用（元）"),
    "period_months": ("For (months)", "时长（月）", "時長（月）"),
    "level": ("Gives the benefits of", "享有权益同", "享有權益同"),
    "rank": ("Rank for a switch", "升级顺序", "升級順序"),
    "trial_days": ("Free trial (days)", "免费试用（天）", "免費試用（天）"),
    "refund": ("When cancelled", "退会时", "退會時"),
    "forfeits_reward": (
        "Cancelling loses the unspent reward",
        "退会则未用奖励作废",
        "退會則未用獎勵作廢",
    ),
    "cash_reward": ("Cash reward at renewal", "续费时返现", "續費時返現"),
    "rate": ("Percent of the spend (%)", "消费的（%）", "消費的（%）"),
    "cap": ("At most (amount)", "最多（元）", "最多（元）"),
    # value
    "wallet": ("Members may charge money", "会员可充值", "會員可儲值"),
    "offers": ("Top-up offers", "充值优惠", "儲值優惠"),
    "TopUpOffer.amount": ("Charge", "充（元）", "儲（元）"),
    "bonus": ("Get extra", "送（元）", "送（元）"),
    "instalments": ("In monthly parts", "分几个月", "分幾個月"),
    "order": ("Pays first", "先扣", "先扣"),
    "bonus_months": ("A bonus lasts (months)", "赠金有效（月）", "贈金有效（月）"),
    "presets": ("Amounts to choose from", "常用充值金额", "常用儲值金額"),
    "gift_cards": ("Gift cards are sold", "出售礼品卡", "出售禮物卡"),
    "min": ("From (amount)", "最低（元）", "最低（元）"),
    "max": ("Up to (amount)", "最高（元）", "最高（元）"),
    "valid_months": ("Valid for (months)", "有效（月）", "有效（月）"),
    "uses": ("Uses", "次数", "次數"),
    # perks, badges, activities
    "count": ("Times", "次数", "次數"),
    "per_months": ("In (months)", "每几个月", "每幾個月"),
    "per_day": ("At most a day", "每天最多", "每天最多"),
    "by_hand": (
        "Given by staff, with a reason",
        "由店员登记并写明原因",
        "由店員登記並寫明原因",
    ),
    "referral": ("Members may refer friends", "会员可推荐好友", "會員可推薦好友"),
    "referrer_points": ("Points for who refers", "推荐人积分", "推薦人點數"),
    "referee_points": ("Points for the friend", "好友积分", "好友點數"),
    "min_sale": ("From a first sale of", "首单满（元）", "首單滿（元）"),
    "per_referrer_year": ("Friends a year, at most", "每年最多推荐", "每年最多推薦"),
    "Badge.points": ("Brings (points)", "奖励积分", "獎勵點數"),
    "Badge.threshold": ("When it reaches", "达到", "達到"),
    # house rules
    "archive": (
        "Put members away who no longer come",
        "归档久未到店的会员",
        "歸檔久未到店的會員",
    ),
    "ArchiveRule.months": ("After (months)", "多少个月未到店", "多少個月未到店"),
    "keep_tiers": ("But never these tiers", "这些等级不归档", "這些等級不歸檔"),
    "floor": ("Never below (% of the price)", "最低折后价（原价的 %）", "最低折後價（原價的 %）"),
    "Scheme.cost": (
        "Goods cost you (% of the price)",
        "进货成本（原价的 %）",
        "進貨成本（原價的 %）",
    ),
    "leap_birthday_on_1_march": (
        "29 February is kept on 1 March",
        "2 月 29 日生日在平年按 3 月 1 日",
        "2 月 29 日生日在平年按 3 月 1 日",
    ),
}
