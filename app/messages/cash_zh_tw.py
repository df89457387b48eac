"""錢箱與交班的提示（繁體中文）。"""

SENTENCES = {
    "SessionNotOpen": "尚未開班；請先清點備用金並開班。",
    "SessionOpen": "本班已於 {since} 開班；請先交班。",
    "SessionClosed": "本班已交班，日結單號 {number}；請重新開班。",
    "ZReportUnknown": "沒有這張日結單{text}；請查看日結單列表。",
    "CountWrong": "依面額清點合計 {pieces}，與填寫的金額 {counted} 不符；請重新清點。",
    "MovementIdTaken": "該編號已用於另一筆錢箱收支；請換一個編號。",
}
REASONS = {
    "not_a_denomination": "不是本店貨幣的面額；請只清點現有面額",
    "not_countable": "不能在交班時清點；請去掉",
}
FIELDS = {
    "count": "清點金額",
    "count_cash": "錢箱清點",
    "cash_float_minor": "備用金",
    "float": "備用金",
    "pieces": "面額張數",
}
