<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>Sorry, the program made a mistake and wrote it to its log. Your cart is kept: try again.</source>
        <translation>很抱歉，程式發生錯誤，已寫入記錄檔。購物車仍保留，請再試一次。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>CashierScreen</name>
    <message>
        <source>Scan or search</source>
        <translation>掃描或搜尋</translation>
    </message>
    <message>
        <source>Scan, or type a phone number, name or product</source>
        <translation>掃描條碼，或輸入手機號碼、姓名、商品</translation>
    </message>
    <message>
        <source>Scan a product to begin.</source>
        <translation>掃描商品，開始結帳。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Regulars</source>
        <translation>歡迎使用常客</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>幣別</translation>
    </message>
    <message>
        <source>Cannot change after the first sale.</source>
        <translation>第一筆銷售後無法變更。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>A day of trade ends at</source>
        <translation>營業日結束於</translation>
    </message>
    <message>
        <source>Later sales count for the next day.</source>
        <translation>之後的銷售算隔天。</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>開店</translation>
    </message>
    <message>
        <source>Try the demo shop</source>
        <translation>先看示範店</translation>
    </message>
    <message>
        <source>Give the shop a name.</source>
        <translation>請填寫店名。</translation>
    </message>
    <message>
        <source>Making the demo shop</source>
        <translation>正在準備示範店</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>所有按鍵</translation>
    </message>
    <message>
        <source>A scanner is heard wherever the focus is.</source>
        <translation>不論游標在哪裡，掃描器都能使用。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Cashier</source>
        <translation>收銀</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>切換頁面</translation>
    </message>
    <message>
        <source>Find or enrol a member</source>
        <translation>查詢或新增會員</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>選擇商品</translation>
    </message>
    <message>
        <source>Hold the cart</source>
        <translation>暫存購物車</translation>
    </message>
    <message>
        <source>Recall a held cart</source>
        <translation>取回暫存</translation>
    </message>
    <message>
        <source>Spend points</source>
        <translation>使用點數</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>結帳</translation>
    </message>
    <message>
        <source>Quantity of the line</source>
        <translation>修改數量</translation>
    </message>
    <message>
        <source>Discount on the line</source>
        <translation>單品折扣</translation>
    </message>
    <message>
        <source>Discount on the whole cart</source>
        <translation>整單折扣</translation>
    </message>
    <message>
        <source>Sell by name and price</source>
        <translation>手動輸入品名與價格</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>刪除此項</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>補印</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按鍵</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>回到搜尋欄</translation>
    </message>
    <message>
        <source>Add a new one</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售紀錄</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No shop yet</source>
        <translation>尚未建立店家</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>常客</translation>
    </message>
    <message>
        <source>Opening the shop…</source>
        <translation>正在開啟店家…</translation>
    </message>
    <message>
        <source>{key} all keys</source>
        <translation>{key} 所有按鍵</translation>
    </message>
</context>
<context>
    <name>MembersScreen</name>
    <message>
        <source>No members yet.</source>
        <translation>尚無會員。</translation>
    </message>
</context>
<context>
    <name>PrinterSheet</name>
    <message>
        <source>Print receipts on</source>
        <translation>收據列印到</translation>
    </message>
    <message>
        <source>Print cards on</source>
        <translation>會員卡列印到</translation>
    </message>
    <message>
        <source>Asked once. Change it in Settings.</source>
        <translation>只詢問一次，可在設定中變更。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>No printer is installed on this PC. Install one, or save the PDF instead.</source>
        <translation>這台電腦沒有安裝印表機。請先安裝，或改為儲存 PDF。</translation>
    </message>
    <message>
        <source>{printer} did not take the print. Nothing is lost: check it and print again.</source>
        <translation>{printer} 未接受列印。資料沒有遺失：請檢查印表機後再列印。</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>選擇印表機</translation>
    </message>
</context>
<context>
    <name>ProductsScreen</name>
    <message>
        <source>No products yet.</source>
        <translation>尚無商品。</translation>
    </message>
</context>
<context>
    <name>ProgressSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>SalesScreen</name>
    <message>
        <source>No sales yet.</source>
        <translation>尚無銷售紀錄。</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Cashier</source>
        <translation>收銀</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings appear when the shop is open.</source>
        <translation>店家開啟後顯示設定。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Esc back</source>
        <translation>Esc 返回</translation>
    </message>
</context>
<context>
    <name>StatusKeeper</name>
    <message>
        <source>Till {number} · {staff}</source>
        <translation>{number} 號收銀台 · {staff}</translation>
    </message>
    <message>
        <source>No receipt printer chosen</source>
        <translation>未選收據印表機</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚無備份</translation>
    </message>
    <message>
        <source>Backup just now</source>
        <translation>剛剛備份</translation>
    </message>
    <message>
        <source>Backup {count} min ago</source>
        <translation>{count} 分鐘前備份</translation>
    </message>
    <message>
        <source>Backup {count} h ago</source>
        <translation>{count} 小時前備份</translation>
    </message>
    <message>
        <source>Backup {count} days ago</source>
        <translation>{count} 天前備份</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo Ctrl+Z</source>
        <translation>復原 Ctrl+Z</translation>
    </message>
</context>
</TS>
