"""The messages about returns in Simplified Chinese."""

SENTENCES = {
    "ClaimReturned": "销售 {number} 已有退货，不能再补积分。",
    "NothingToReturn": "销售 {number} 已全部退完，没有可退的了。",
    "ReturnedBefore": "{name} 已全部退过，没有可退的了。",
    "ReturnTooMuch": "{name} 还可退 {left}，不能退 {quantity}；请减少数量。",
    "ReturnLineUnknown": "销售 {number} 没有第 {line} 行，请再核对小票。",
    "ReturnLineTwice": "第 {line} 行在这张退货单里出现了两次；请只写一次并写明数量。",
    "NotOnReceipt": "销售 {number} 里没有 {code}，或者已全部退回；请看看明细。",
    "TipStays": "销售 {number} 的小费只能随整单退回，请去掉这一行。",
    "RefundIdTaken": "这个 id 已用于另一笔退款 {number}；每笔退款请用新的 id。",
    "RefundUnknown": "没有单号为 {number} 的退款，请核对后重试。",
    "VoidRefused": "销售 {number} {reason}。",
    "RefundTendersWrong": "应退 {total}，填写的付款合计 {given}；请改正。",
    "RefundTenderRefused": "这笔钱不能用{kind}退；请按原来的付款方式退。",
}
REASONS = {
    "of_another_till": "是另一台收银机的，不能作废；请办理退货",
    "not_with_receipt": "不能与小票同时填写，请去掉一个",
    "partly_returned": "已退过一部分，不能作废；请退其余部分",
    "session_closed": "所在的班次已结束，不能作废；请办理退货",
    "voided_before": "已经作废，没有可退的了",
}
FIELDS = {
    "not_restocked": "不上架标记",
    "open_lines": "无小票的行",
    "return": "退货",
}
PRICING = {
    "refund_reversed": "收回这笔销售所得的 {points} 积分",
    "refund_restored": "退还这笔销售用掉的 {points} 积分",
    "refund_restored_lapsed": "其中 {points} 积分已过期，重新有效至 {until}",
    "refund_debt": "会员将欠 {points} 积分，之后所得积分先抵还",
    "refund_points_in_proportion": "当时的积分条件已变，按比例收回积分",
    "refund_coupon_back": "优惠券 {code} 可再次使用",
    "refund_coupon_stays_used": "没有整单退货，优惠券 {code} 不退回",
    "refund_coupon_ended": "优惠券 {code} 已过期，不退回",
    "refund_coupon_revoked": "收回这笔销售送出的优惠券 {code}",
    "refund_coupon_spent": "这笔销售送出的优惠券 {code} 已被使用",
    "refund_bonus_lapsed": "储值赠金 {amount} 已过期，不再退回",
    "refund_gift_card_new": "礼品卡 {code} 已失效，退款存入新卡",
    "refund_badges_stay": "这笔销售获得的勋章保留：{count} 枚",
    "refund_referral_stays": "推荐奖励保留；需要时请手动扣回",
    "refund_passes_back": "退回次卡 {uses} 次",
    "refund_reward_less": "{plan}续费返现所计的消费减少 {amount}",
    "refund_tier_review": "退货后，{until} 审核时等级将为{tier}",
    "refund_tier_stays": "按退货后计算等级应为{tier}，但该等级长期保留",
    "refund_without_receipt": "无小票退货",
}
