"""The messages about stock, labels and invoices in Simplified Chinese."""

SENTENCES = {
    "InvoiceNotAsked": "这笔销售没有登记开票；请先登记发票抬头。",
    "InvoiceStands": "这笔销售已开发票 {number}；请先作废再重开。",
    "LabelsWithoutCode": "没有条码可印；请勾选分配店内码，或改印货架价签。",
    "LabelTooSmall": "{name} 的条码 {code} 太长，这种标签纸印不下；请换更大的标签纸。",
}
REASONS = {
    "not_a_tax_number": "不是税号；请填 18 位统一社会信用代码",
    "no_such_product": "不是本店的商品；请先新建商品，或更正条码",
    "twice_in_file": "在文件前面的行里已有，但内容不同；请只保留其中一行",
    "wrong_check": "末位校验码不对；请与营业执照逐位核对",
}
FIELDS = {
    "commission": "提成比例",
    "copies": "份数",
    "cost": "成本",
    "invoice_number": "发票号码",
    "low": "库存预警线",
    "start": "起始位置",
    "tax_number": "税号",
    "title": "发票抬头",
}
