"""The messages about printers and the camera in simplified Chinese."""

SENTENCES = {
    "PrinterFault": "打印机 {printer} {reason}。",
    "NoReceiptPrinter": "本收银台还没有设置{field}，请在“设置 - 打印机”中选择。",
    "LabelTooWide": "标签宽 {label_mm} 毫米，小票打印机只能印 {printed_mm} 毫米，请选较窄的卷纸。",
    "PrintUnknown": "没有可打印的单据 {number}，请核对单号。",
    "CameraFault": "摄像头 {camera} {reason}。",
    "CameraNotReady": "摄像头扫码{reason}。",
}
REASONS = {
    "camera_missing": "没有反应；请插好，关掉正在使用它的其他程序，再试一次",
    "camera_busy": "没有画面；请关掉正在使用它的其他程序，再试一次",
    "camera_gone": "停了；请重新插好，再按一次快捷键打开",
    "camera_off": "没有打开；请在“设置 - 扫码枪”里打开",
    "camera_extra": "需要可选组件；请运行 `python3 dev.py camera` 安装后重新启动",
    "not_there": "不存在，请另选一个",
    "not_an_address": "不是地址，请写成 192.168.1.50:9100 的样子",
    "printer_off": "没有回应，请打开电源并检查连接线",
    "printer_missing": "不存在，请在“设置 - 打印机”中核对名称或路径",
    "printer_denied": "不允许当前用户使用，请联系管理这台电脑的人",
    "printer_address": "的地址无法使用，请写成 192.168.1.50:9100 的样子",
    "paper_out": "缺纸，请换上新纸卷",
    "cover_open": "机盖开着，请合上机盖",
    "printer_error": "报告故障，请关闭电源后重新打开",
    "printer_stopped": "打印到一半中断，请检查连接线",
    "printer_unsure": "没有确认已打印，重打之前请先看一下纸",
    "print_interrupted": "在程序停止前可能已打印过，请先看一下纸",
    "print_gone": "已无法打印，请放弃",
    "print_old": "当天未开机，仍需要时再打印",
}
FIELDS = {
    "display_pictures": "图片文件夹",
    "display_pay_code": "收款码图片",
    "printer": "小票打印机",
    "drawer": "钱箱",
    "printer_address": "打印机地址",
}
