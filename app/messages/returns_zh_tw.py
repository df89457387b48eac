"""The messages about returns in Traditional Chinese."""

SENTENCES = {
    "ClaimReturned": "銷售 {number} 已有退貨，不能再補點數。",
    "NothingToReturn": "銷售 {number} 已全部退完，沒有可退的了。",
    "ReturnedBefore": "{name} 已全部退過，沒有可退的了。",
    "ReturnTooMuch": "{name} 還可退 {left}，不能退 {quantity}；請減少數量。",
    "ReturnLineUnknown": "銷售 {number} 沒有第 {line} 行，請再核對收據。",
    "ReturnLineTwice": "第 {line} 行在這張退貨單裡出現了兩次；請只寫一次並寫明數量。",
    "NotOnReceipt": "銷售 {number} 裡沒有 {code}，或者已全部退回；請看看明細。",
    "TipStays": "銷售 {number} 的小費只能隨整單退回，請去掉這一行。",
    "RefundIdTaken": "這個 id 已用於另一筆退款 {number}；每筆退款請用新的 id。",
    "RefundUnknown": "沒有單號為 {number} 的退款，請核對後重試。",
    "VoidRefused": "銷售 {number} {reason}。",
    "RefundTendersWrong": "應退 {total}，填寫的付款合計 {given}；請改正。",
    "RefundTenderRefused": "這筆錢不能用{kind}退；請按原來的付款方式退。",
}
REASONS = {
    "of_another_till": "是另一台收銀機的，不能作廢；請辦理退貨",
    "not_with_receipt": "不能與收據同時填寫，請去掉一個",
    "partly_returned": "已退過一部分，不能作廢；請退其餘部分",
    "session_closed": "所在的班次已結束，不能作廢；請辦理退貨",
    "voided_before": "已經作廢，沒有可退的了",
}
FIELDS = {
    "not_restocked": "不上架標記",
    "open_lines": "無收據的行",
    "return": "退貨",
}
PRICING = {
    "refund_reversed": "收回這筆銷售所得的 {points} 點",
    "refund_restored": "退還這筆銷售用掉的 {points} 點",
    "refund_restored_lapsed": "其中 {points} 點已過期，重新有效至 {until}",
    "refund_debt": "會員將欠 {points} 點，之後所得點數先抵還",
    "refund_points_in_proportion": "當時的點數條件已變，按比例收回點數",
    "refund_coupon_back": "優惠券 {code} 可再次使用",
    "refund_coupon_stays_used": "沒有整單退貨，優惠券 {code} 不退回",
    "refund_coupon_ended": "優惠券 {code} 已過期，不退回",
    "refund_coupon_revoked": "收回這筆銷售送出的優惠券 {code}",
    "refund_coupon_spent": "這筆銷售送出的優惠券 {code} 已被使用",
    "refund_bonus_lapsed": "儲值贈金 {amount} 已過期，不再退回",
    "refund_gift_card_new": "禮物卡 {code} 已失效，退款存入新卡",
    "refund_badges_stay": "這筆銷售獲得的勳章保留：{count} 枚",
    "refund_referral_stays": "推薦獎勵保留；需要時請手動扣回",
    "refund_passes_back": "退回次卡 {uses} 次",
    "refund_reward_less": "{plan}續費返現所計的消費減少 {amount}",
    "refund_tier_review": "退貨後，{until} 審核時等級將為{tier}",
    "refund_tier_stays": "按退貨後計算等級應為{tier}，但該等級長期保留",
    "refund_without_receipt": "無收據退貨",
}
