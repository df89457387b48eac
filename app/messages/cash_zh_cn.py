"""钱箱与交班的提示（简体中文）。"""

SENTENCES = {
    "SessionNotOpen": "尚未开班；请先清点备用金并开班。",
    "SessionOpen": "本班已于 {since} 开班；请先交班。",
    "SessionClosed": "本班已交班，日结单号 {number}；请重新开班。",
    "ZReportUnknown": "没有这张日结单{text}；请查看日结单列表。",
    "CountWrong": "按面额清点合计 {pieces}，与填写的金额 {counted} 不符；请重新清点。",
    "MovementIdTaken": "该编号已用于另一笔钱箱收支；请换一个编号。",
}
REASONS = {
    "not_a_denomination": "不是本店货币的面额；请只清点现有面额",
    "not_countable": "不能在交班时清点；请去掉",
}
FIELDS = {
    "count": "清点金额",
    "count_cash": "钱箱清点",
    "cash_float_minor": "备用金",
    "float": "备用金",
    "pieces": "面额张数",
}
