"""活動的提示語（繁體中文）。"""

SENTENCES = {
    "CampaignUnknown": "沒有名為「{name}」的活動{known}，請查看活動列表。",
    "CampaignNameTaken": "已經有一個內容不同的活動叫「{name}」，請換一個名稱。",
    "CampaignEmpty": (
        "沒有可以聯絡的人：目標會員 {audience} 位，其中 {left_out} 位不能聯絡，其餘都在對照組；"
        "請放寬目標會員，或減小對照組。"
    ),
    "CampaignTooDear": "這次活動預計花費 {cost}，預算是 {budget}；請減少優惠或人數，或提高預算。",
    "CampaignOver": "活動「{name}」已於 {on} 結束，不再聯絡任何人。",
    "NotInvited": "{name}（{number}）不在邀請名單上，沒有記錄任何內容。",
    "EventAhead": "「{name}」在 {on}，當天以前不能入場，沒有記錄任何內容。",
    "ContactRefused": "會員 {number} {reason}。",
    "QuietHours": "現在是免打擾時段，請在 {until}:00 以後再聯絡。",
}
REASONS = {
    "ask_no_consent": "沒有同意接收店鋪訊息，請不要打擾",
    "ask_cap": "已達到店鋪規定的聯絡次數上限，請過些天再聯絡",
    "ask_archived": "已封存，請先恢復再聯絡",
    "ask_frozen": "已凍結，請先解凍再聯絡",
    "holdout_everybody": "會把所有人都留作對照組，就沒有人可聯絡了；請小於 100%",
    "merge_field": "不是可用的合併欄位",
    "merge_field_no_coupon": "要用到優惠券，而本次沒有送券；請去掉這個欄位",
    "merge_field_no_event": "要用到店內活動邀請，而本次沒有邀請；請去掉這個欄位",
    "named_twice": "重複了，請各用一個名稱",
    "too_many_variants": "太多了，請減少一些",
    "too_many_people": "超過 500,000 位會員，請縮小範圍，或分批聯絡",
    "changed_meanwhile": "沒有寫完，因為期間又聯絡了會員；請重新儲存",
    "before_the_start": "早於第一天，請給更晚的日期",
    "longer_than_a_year": "比第一天晚一年以上，請給更早的日期",
}
FIELDS = {
    "draft": "活動檔案",
    "audience": "目標會員",
    "campaign": "活動名稱",
    "channels": "聯絡方式",
    "contact_cap": "聯絡次數上限",
    "contact_cap_days": "聯絡次數上限的天數",
    "effect": "期望效果",
    "ends_on": "最後一天",
    "event": "店內活動",
    "gross_margin": "毛利率",
    "holdout": "對照組比例",
    "offer": "優惠",
    "budget": "預算",
    "cost": "費用",
    "cost_each": "每邀請一人的花費",
    "quiet_from_hour": "免打擾開始鐘點",
    "quiet_until_hour": "免打擾結束鐘點",
    "seed": "隨機種子",
    "starts_on": "第一天",
    "variants": "文案版本",
    "wording": "文案",
}
