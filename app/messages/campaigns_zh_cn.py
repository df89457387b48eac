"""活动的提示语（简体中文）。"""

SENTENCES = {
    "CampaignUnknown": "没有名为“{name}”的活动{known}，请查看活动列表。",
    "CampaignNameTaken": "已经有一个内容不同的活动叫“{name}”，请换一个名称。",
    "CampaignEmpty": (
        "没有可以联系的人：目标会员 {audience} 位，其中 {left_out} 位不能联系，其余都在对照组；"
        "请放宽目标会员，或减小对照组。"
    ),
    "CampaignTooDear": "这次活动预计花费 {cost}，预算是 {budget}；请减少优惠或人数，或提高预算。",
    "CampaignOver": "活动“{name}”已于 {on} 结束，不再联系任何人。",
    "NotInvited": "{name}（{number}）不在邀请名单上，没有记录任何内容。",
    "EventAhead": "“{name}”在 {on}，当天以前不能入场，没有记录任何内容。",
    "ContactRefused": "会员 {number} {reason}。",
    "QuietHours": "现在是免打扰时段，请在 {until}:00 以后再联系。",
}
REASONS = {
    "ask_no_consent": "没有同意接收店铺消息，请不要打扰",
    "ask_cap": "已达到店铺规定的联系次数上限，请过些天再联系",
    "ask_archived": "已归档，请先恢复再联系",
    "ask_frozen": "已冻结，请先解冻再联系",
    "holdout_everybody": "会把所有人都留作对照组，就没有人可联系了；请小于 100%",
    "merge_field": "不是可用的合并字段",
    "merge_field_no_coupon": "要用到优惠券，而本次没有送券；请去掉这个字段",
    "merge_field_no_event": "要用到店内活动邀请，而本次没有邀请；请去掉这个字段",
    "named_twice": "重复了，请各用一个名称",
    "too_many_variants": "太多了，请减少一些",
    "too_many_people": "超过 500,000 位会员，请缩小范围，或分批联系",
    "changed_meanwhile": "没有写完，因为期间又联系了会员；请重新保存",
    "before_the_start": "早于第一天，请给更晚的日期",
    "longer_than_a_year": "比第一天晚一年以上，请给更早的日期",
}
FIELDS = {
    "draft": "活动文件",
    "audience": "目标会员",
    "campaign": "活动名称",
    "channels": "联系方式",
    "contact_cap": "联系次数上限",
    "contact_cap_days": "联系次数上限的天数",
    "effect": "期望效果",
    "ends_on": "最后一天",
    "event": "店内活动",
    "gross_margin": "毛利率",
    "holdout": "对照组比例",
    "offer": "优惠",
    "budget": "预算",
    "cost": "费用",
    "cost_each": "每邀请一人的花费",
    "quiet_from_hour": "免打扰开始钟点",
    "quiet_until_hour": "免打扰结束钟点",
    "seed": "随机种子",
    "starts_on": "第一天",
    "variants": "文案版本",
    "wording": "文案",
}
