"""The messages about stock, labels and invoices in Traditional Chinese."""

SENTENCES = {
    "InvoiceNotAsked": "這筆銷售沒有登記開立發票；請先登記發票抬頭。",
    "InvoiceStands": "這筆銷售已開立發票 {number}；請先作廢再重開。",
    "LabelsWithoutCode": "沒有條碼可印；請勾選分配店內碼，或改印貨架標籤。",
    "LabelTooSmall": "{name} 的條碼 {code} 太長，這種標籤紙印不下；請換更大的標籤紙。",
}
REASONS = {
    "not_a_tax_number": "不是稅號；請填正確的稅號",
    "no_such_product": "不是本店的商品；請先新建商品，或更正條碼",
    "twice_in_file": "在檔案前面的列裡已有，但內容不同；請只保留其中一列",
    "wrong_check": "末位檢查碼不對；請與證照逐位核對",
}
FIELDS = {
    "commission": "抽成比例",
    "copies": "份數",
    "cost": "成本",
    "invoice_number": "發票號碼",
    "low": "庫存預警線",
    "start": "起始位置",
    "tax_number": "稅號",
    "title": "發票抬頭",
}
