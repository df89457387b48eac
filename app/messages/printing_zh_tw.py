"""The messages about printers and the camera in traditional Chinese."""

SENTENCES = {
    "PrinterFault": "印表機 {printer} {reason}。",
    "NoReceiptPrinter": "本收銀台還沒有設定{field}，請在「設定 - 印表機」中選擇。",
    "LabelTooWide": "標籤寬 {label_mm} 公釐，收據印表機只能印 {printed_mm} 公釐，請選較窄的捲紙。",
    "PrintUnknown": "沒有可列印的單據 {number}，請核對單號。",
    "CameraFault": "攝影機 {camera} {reason}。",
    "CameraNotReady": "攝影機掃碼{reason}。",
}
REASONS = {
    "camera_missing": "沒有反應；請插好，關掉正在使用它的其他程式，再試一次",
    "camera_busy": "沒有畫面；請關掉正在使用它的其他程式，再試一次",
    "camera_gone": "停了；請重新插好，再按一次快速鍵開啟",
    "camera_off": "沒有開啟；請在「設定 - 掃描器」裡開啟",
    "camera_extra": "需要選用元件；請執行 `python3 dev.py camera` 安裝後重新啟動",
    "not_there": "不存在，請另選一個",
    "not_an_address": "不是位址，請寫成 192.168.1.50:9100 的樣子",
    "printer_off": "沒有回應，請打開電源並檢查連接線",
    "printer_missing": "不存在，請在「設定 - 印表機」中核對名稱或路徑",
    "printer_denied": "不允許目前使用者使用，請聯絡管理這台電腦的人",
    "printer_address": "的位址無法使用，請寫成 192.168.1.50:9100 的樣子",
    "paper_out": "缺紙，請換上新紙捲",
    "cover_open": "機蓋開著，請合上機蓋",
    "printer_error": "回報故障，請關閉電源後重新打開",
    "printer_stopped": "列印到一半中斷，請檢查連接線",
    "printer_unsure": "沒有確認已列印，重印之前請先看一下紙",
    "print_interrupted": "在程式停止前可能已列印過，請先看一下紙",
    "print_gone": "已無法列印，請放棄",
    "print_old": "當天未開機，仍需要時再列印",
}
FIELDS = {
    "display_pictures": "圖片資料夾",
    "display_pay_code": "收款碼圖片",
    "printer": "收據印表機",
    "drawer": "錢箱",
    "printer_address": "印表機位址",
}
