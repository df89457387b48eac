"""The messages about people at the till in Simplified Chinese."""

SENTENCES = {
    "NeedsApproval": "{power}超出了您的权限{limit}，请店长输入密码或扫员工卡。",
    "NotApproved": "{power}未获批准，没有做任何改动；请店长批准后重试。",
    "ApproverMayNot": "{name}无权批准{power}，请找店主。",
    "PinWrong": "密码不对，请在 {seconds} 秒后重试。",
    "PinBlocked": "密码错误次数太多，请等 {seconds} 秒，或扫员工卡。",
    "NoPin": "{name}没有密码，请扫员工卡，或请店主设一个密码。",
    "StaffUnknown": "没有叫“{name}”的员工，请查看员工名单。",
    "StaffCardUnknown": "这张员工卡没有启用，请换一张，或输入密码。",
    "StaffDisabled": "{name}已停用，不能登录，请选其他人。",
    "LastOwner": "{name}是唯一的店主，请先指定另一位店主。",
}
REASONS = {
    "weak_pin": "太容易被猜到，请避开重复、连号和年份",
    "not_a_pin": "应为 4 到 12 位数字，请重新输入",
    "not_allowed_for_role": "对这项权限没有意义，请换一个数",
}
FIELDS = {
    "pin": "密码",
    "role": "角色",
    "staff": "员工",
    "limit": "上限",
    "lock_minutes": "自动锁定的分钟数",
}
POWERS = {
    "discount": "手工折扣",
    "price_change": "改标价",
    "open_item": "按名称和价格销售",
    "refund": "退货",
    "refund_without_receipt": "无小票退货",
    "void": "作废",
    "points_by_hand": "手工加减积分、发券",
    "no_sale": "无销售开钱箱",
    "pay_in": "存入现金",
    "pay_out": "支出现金",
    "drop": "缴款入柜",
    "close_session": "交班清点",
    "see_expected": "查看应有现金",
    "write_off": "核销",
    "on_account_over_limit": "超过赊账额度",
    "stock_adjust": "调整库存",
    "products": "修改商品",
    "members_export": "导出会员",
    "members_merge": "合并会员",
    "campaigns": "营销活动",
    "scheme": "修改营销方案",
    "settings": "修改设置",
    "staff": "管理员工",
    "reports": "查看报表",
    "backups": "恢复备份",
}
