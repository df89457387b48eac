<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AddCardSheet</name>
    <message>
        <source>One more card</source>
        <translation>再新增一張卡片</translation>
    </message>
    <message>
        <source>Name on the card</source>
        <translation>卡片上的姓名</translation>
    </message>
    <message>
        <source>Empty for {name}; a relative&apos;s card counts for the same member.</source>
        <translation>留空則為 {name}；家人的卡也計入同一會員。</translation>
    </message>
    <message>
        <source>Carried as</source>
        <translation>卡片形式</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>電子卡</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>實體卡</translation>
    </message>
    <message>
        <source>Add the card</source>
        <translation>新增卡片</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Sorry, the program made a mistake and wrote it to its log. Your cart is kept: try again.</source>
        <translation>很抱歉，程式發生錯誤，已寫入記錄檔。購物車仍保留，請再試一次。</translation>
    </message>
</context>
<context>
    <name>AtTheTill</name>
    <message>
        <source>You are alone at this till. Settings, Staff adds people and their PINs.</source>
        <translation>本機只有您一人。可在「設定 › 員工」裡新增員工和密碼。</translation>
    </message>
    <message>
        <source>{name} is at the till</source>
        <translation>{name} 已登入收銀台</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Person added</source>
        <translation>新增員工</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>修改角色</translation>
    </message>
    <message>
        <source>Person disabled</source>
        <translation>停用員工</translation>
    </message>
    <message>
        <source>Person enabled</source>
        <translation>啟用員工</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>設定密碼</translation>
    </message>
    <message>
        <source>PIN taken away</source>
        <translation>取消密碼</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>密碼錯誤</translation>
    </message>
    <message>
        <source>Staff card made</source>
        <translation>製作員工卡</translation>
    </message>
    <message>
        <source>Limits changed</source>
        <translation>修改權限</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Approved on the spot</source>
        <translation>當場批准</translation>
    </message>
    <message>
        <source>Discount over the limit</source>
        <translation>超限折扣</translation>
    </message>
    <message>
        <source>Open item over the limit</source>
        <translation>超限無碼商品</translation>
    </message>
    <message>
        <source>Points by hand, approved</source>
        <translation>手工點數（經批准）</translation>
    </message>
    <message>
        <source>Late claim, approved</source>
        <translation>補點數（經核准）</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>改標價</translation>
    </message>
    <message>
        <source>Product taken off sale</source>
        <translation>商品下架</translation>
    </message>
    <message>
        <source>Product on sale again</source>
        <translation>商品重新上架</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>修改設定</translation>
    </message>
    <message>
        <source>Scheme changed</source>
        <translation>修改方案</translation>
    </message>
    <message>
        <source>Kept money paid out</source>
        <translation>退還儲值款</translation>
    </message>
    <message>
        <source>Members exported</source>
        <translation>匯出會員</translation>
    </message>
    <message>
        <source>Products exported</source>
        <translation>匯出商品</translation>
    </message>
    <message>
        <source>Sales exported</source>
        <translation>匯出銷售</translation>
    </message>
    <message>
        <source>Points exported</source>
        <translation>匯出點數</translation>
    </message>
    <message>
        <source>Stock exported</source>
        <translation>匯出庫存</translation>
    </message>
    <message>
        <source>Audit trail exported</source>
        <translation>匯出操作記錄</translation>
    </message>
    <message>
        <source>Refund of more than was sold</source>
        <translation>退貨超過所售</translation>
    </message>
    <message>
        <source>Drawer opened</source>
        <translation>錢箱開班</translation>
    </message>
    <message>
        <source>Gone back to a backup</source>
        <translation>回復到備份</translation>
    </message>
    <message>
        <source>Drawer closed</source>
        <translation>錢箱交班</translation>
    </message>
    <message>
        <source>Member frozen</source>
        <translation>凍結會員</translation>
    </message>
    <message>
        <source>Member active again</source>
        <translation>會員恢復正常</translation>
    </message>
    <message>
        <source>Member archived</source>
        <translation>會員封存</translation>
    </message>
    <message>
        <source>Phone shown</source>
        <translation>查看手機號碼</translation>
    </message>
    <message>
        <source>Said to be two people</source>
        <translation>確認是兩個人</translation>
    </message>
    <message>
        <source>May be one person again</source>
        <translation>撤回「是兩個人」</translation>
    </message>
    <message>
        <source>Card reported lost</source>
        <translation>會員卡掛失</translation>
    </message>
    <message>
        <source>Card replaced</source>
        <translation>換發會員卡</translation>
    </message>
    <message>
        <source>Card closed</source>
        <translation>停用會員卡</translation>
    </message>
    <message>
        <source>Credit limit changed</source>
        <translation>修改賒帳額度</translation>
    </message>
    <message>
        <source>Credit over the limit</source>
        <translation>超額賒帳</translation>
    </message>
    <message>
        <source>Debt written off</source>
        <translation>核銷欠款</translation>
    </message>
    <message>
        <source>Deposit kept</source>
        <translation>沒收訂金</translation>
    </message>
    <message>
        <source>Commission changed</source>
        <translation>修改提成</translation>
    </message>
    <message>
        <source>Coupons issued</source>
        <translation>發放優惠券</translation>
    </message>
    <message>
        <source>Coupon revoked</source>
        <translation>作廢優惠券</translation>
    </message>
    <message>
        <source>Sale voided</source>
        <translation>作廢銷售</translation>
    </message>
    <message>
        <source>Goods taken back</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Cash put in</source>
        <translation>存入現金</translation>
    </message>
    <message>
        <source>Cash paid out</source>
        <translation>支出現金</translation>
    </message>
    <message>
        <source>Cash to the safe</source>
        <translation>繳存保險箱</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>無銷售開箱</translation>
    </message>
    <message>
        <source>Count differed</source>
        <translation>清點不符</translation>
    </message>
    <message>
        <source>Members merged</source>
        <translation>合併會員</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>撤銷合併</translation>
    </message>
    <message>
        <source>Tiers lifted</source>
        <translation>會員升級</translation>
    </message>
    <message>
        <source>Given to everybody</source>
        <translation>統一發放</translation>
    </message>
    <message>
        <source>Gift taken back</source>
        <translation>收回發放</translation>
    </message>
    <message>
        <source>Partner card added</source>
        <translation>登記聯名卡</translation>
    </message>
    <message>
        <source>Partner card removed</source>
        <translation>移除聯名卡</translation>
    </message>
    <message>
        <source>Members imported</source>
        <translation>匯入會員</translation>
    </message>
    <message>
        <source>Products imported</source>
        <translation>匯入商品</translation>
    </message>
    <message>
        <source>Sales imported</source>
        <translation>匯入銷售</translation>
    </message>
    <message>
        <source>Stock imported</source>
        <translation>匯入庫存</translation>
    </message>
    <message>
        <source>Rule of follow-ups</source>
        <translation>回訪規則</translation>
    </message>
    <message>
        <source>Answers of a form taken down</source>
        <translation>已錄入表單回答</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>登記投訴</translation>
    </message>
    <message>
        <source>Case solved</source>
        <translation>投訴已解決</translation>
    </message>
    <message>
        <source>Case opened again</source>
        <translation>投訴重新開啟</translation>
    </message>
    <message>
        <source>Challenge made</source>
        <translation>新建挑戰賽</translation>
    </message>
    <message>
        <source>Challenge called off</source>
        <translation>取消挑戰賽</translation>
    </message>
    <message>
        <source>List of a campaign exported</source>
        <translation>已匯出活動名單</translation>
    </message>
    <message>
        <source>Campaign started</source>
        <translation>活動已開始</translation>
    </message>
    <message>
        <source>Campaign stopped</source>
        <translation>活動已停止</translation>
    </message>
    <message>
        <source>Call list opened</source>
        <translation>打開了電話名單</translation>
    </message>
    <message>
        <source>Report exported</source>
        <translation>匯出報表</translation>
    </message>
    <message>
        <source>Stock kept</source>
        <translation>開始管理庫存</translation>
    </message>
    <message>
        <source>Stock no longer kept</source>
        <translation>不再管理庫存</translation>
    </message>
    <message>
        <source>Delivery booked</source>
        <translation>登記進貨</translation>
    </message>
    <message>
        <source>Stock counted</source>
        <translation>登記盤點</translation>
    </message>
    <message>
        <source>Loss booked</source>
        <translation>登記報損</translation>
    </message>
    <message>
        <source>Barcodes given</source>
        <translation>分配店內碼</translation>
    </message>
    <message>
        <source>Invoice issued</source>
        <translation>開立發票</translation>
    </message>
    <message>
        <source>Invoice cancelled</source>
        <translation>取消發票</translation>
    </message>
    <message>
        <source>Card active</source>
        <translation>會員卡啟用</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit trail</source>
        <translation>操作記錄</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>顯示內容</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天數</translation>
    </message>
    <message>
        <source>What each person did</source>
        <translation>各人的異常操作</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>Read from the sales, refunds and entries themselves; nothing of it is edited.</source>
        <translation>直接讀自銷售、退貨和各項流水，不可修改。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Every action</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做了什麼</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Before → after, why</source>
        <translation>之前 → 之後，原因</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Voids</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>No sale</source>
        <translation>空開錢箱</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>手工折扣</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>手工點數</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>補點數</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>發券</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>作廢券</translation>
    </message>
    <message>
        <source>Set free</source>
        <translation>解凍</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>求批准</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>手工給點</translation>
    </message>
    <message>
        <source>Points claimed</source>
        <translation>補點數</translation>
    </message>
    <message>
        <source>Coupons by hand</source>
        <translation>手工發券</translation>
    </message>
    <message>
        <source>Coupons revoked</source>
        <translation>作廢券</translation>
    </message>
    <message>
        <source>Members and cards set free</source>
        <translation>解凍會員、恢復卡</translation>
    </message>
    <message>
        <source>Wrong PINs</source>
        <translation>錯誤密碼</translation>
    </message>
</context>
<context>
    <name>BacktestCard</name>
    <message>
        <source>Try it on your own past</source>
        <translation>用自己的帳試一遍</translation>
    </message>
    <message>
        <source>Only reckons; nothing in the shop changes.</source>
        <translation>只計算，不更動任何資料。</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 個月</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>最近 3 個月</translation>
    </message>
    <message>
        <source>Last 3 years</source>
        <translation>最近 3 年</translation>
    </message>
    <message>
        <source>All sales</source>
        <translation>全部銷售</translation>
    </message>
    <message>
        <source>Which sales</source>
        <translation>哪段時間</translation>
    </message>
    <message>
        <source>Beside no other</source>
        <translation>不對照</translation>
    </message>
    <message>
        <source>Beside “{title}”</source>
        <translation>對照「{title}」</translation>
    </message>
    <message>
        <source>Beside which scheme</source>
        <translation>與哪套方案對照</translation>
    </message>
    <message>
        <source>Reckon</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>匯出 CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>What the shop would owe, month by month</source>
        <translation>每月底未兌點數負債</translation>
    </message>
    <message>
        <source>What would it have given away, cost and owed, on the sales you made?</source>
        <translation>用過去的銷售算一算：會送出多少、花費多少、還欠多少。</translation>
    </message>
    <message>
        <source>There are no sales in these months. Make or import some, then try again.</source>
        <translation>這段時間沒有銷售。先收銀或匯入銷售，再來試算。</translation>
    </message>
    <message>
        <source>What the shop would owe</source>
        <translation>未兌點數負債</translation>
    </message>
    <message>
        <source>{first} to {last} · {sales} sales · {revenue}</source>
        <translation>{first} 至 {last} · {sales} 單 · {revenue}</translation>
    </message>
    <message>
        <source>Members at the end, “{title}”: {tiers}</source>
        <translation>期末會員（「{title}」）：{tiers}</translation>
    </message>
    <message>
        <source>Given away in all</source>
        <translation>給出合計</translation>
    </message>
    <message>
        <source>Of the revenue</source>
        <translation>占營業額</translation>
    </message>
    <message>
        <source>Of it discounts</source>
        <translation>其中折扣</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>可得點數</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>使用點數</translation>
    </message>
    <message>
        <source>Points lapsed</source>
        <translation>到期點數</translation>
    </message>
    <message>
        <source>Fees paid by members</source>
        <translation>會員費收入</translation>
    </message>
    <message>
        <source>Owed at the end</source>
        <translation>期末未兌負債</translation>
    </message>
    <message>
        <source>Members up / down a tier</source>
        <translation>升級 / 降級</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在備份</translation>
    </message>
    <message>
        <source>Backup made and checked: {name}</source>
        <translation>備份已完成並通過檢查：{name}</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>正在還原備份</translation>
    </message>
    <message>
        <source>Restored. What was here before is kept as a backup.</source>
        <translation>已還原。原本的資料已另存為備份。</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <translation>備份至檔案</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>從檔案還原</translation>
    </message>
    <message>
        <source>Backups (*.db);;All files (*)</source>
        <translation>備份 (*.db);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近備份</translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>One is made by itself every hour in which something was sold, and before every import. A disk can fail: keep a copy on another one.</source>
        <translation>有銷售時每小時自動備份一次，每次匯入前也會備份。硬碟可能損壞，請在另一顆硬碟再留一份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Back up to a file…</source>
        <translation>備份至檔案…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Choose one and press Enter. You are asked before anything happens.</source>
        <translation>選一份備份，按 Enter。還原前會再詢問一次。</translation>
    </message>
    <message>
        <source>Go back to this one…</source>
        <translation>還原這一份…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>從檔案…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在尋找…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售筆數</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員數</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>每小時</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>日結</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>匯入前</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>升級前</translation>
    </message>
    <message>
        <source>Before going back</source>
        <translation>還原前</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>尚無備份</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>1 分鐘前</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>{count} 分鐘前</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} 小時前</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
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
    <name>BarcodeField</name>
    <message>
        <source>Remove {code}</source>
        <translation>移除 {code}</translation>
    </message>
</context>
<context>
    <name>BarredPage</name>
    <message>
        <source>{section} is locked for you. A manager or the owner can open it once.</source>
        <translation>您無權開啟「{section}」，可請店長或店主開啟一次。</translation>
    </message>
    <message>
        <source>Open with a PIN or card</source>
        <translation>用密碼或員工卡開啟</translation>
    </message>
</context>
<context>
    <name>BenefitsSheet</name>
    <message>
        <source>Rewards and coupons</source>
        <translation>兌換與優惠券</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>剩 {count} 次</translation>
    </message>
    <message>
        <source>Use one now: {before} → {after} · until {date}</source>
        <translation>現在用一次：{before} → {after} · {date} 前有效</translation>
    </message>
    <message>
        <source>Chosen again, it is taken off. A pass that pays for nothing is used at once.</source>
        <translation>再選一次即取消。次數卡若無可抵商品，則立即計次。</translation>
    </message>
    <message>
        <source>pays {amount} of this sale</source>
        <translation>抵本單 {amount}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 分</translation>
    </message>
    <message>
        <source>takes {amount} off</source>
        <translation>抵 {amount}</translation>
    </message>
    <message>
        <source>{count} on the cart</source>
        <translation>已放 {count} 份</translation>
    </message>
    <message>
        <source>On the cart: choose it to take it off</source>
        <translation>已放入購物車，再選即取下</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>{date} 前有效</translation>
    </message>
</context>
<context>
    <name>BirthdayEdit</name>
    <message>
        <source>Calendar</source>
        <translation>曆法</translation>
    </message>
    <message>
        <source>Solar</source>
        <translation>國曆</translation>
    </message>
    <message>
        <source>Lunar</source>
        <translation>農曆</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>1990-03-08 or 03-08</source>
        <translation>1990-03-08 或 03-08</translation>
    </message>
    <message>
        <source>Leap month</source>
        <translation>閏月</translation>
    </message>
    <message>
        <source>Year, month and day, or month and day alone</source>
        <translation>年月日，或只填月日</translation>
    </message>
    <message>
        <source>Type it as 1990-03-08 or 03-08</source>
        <translation>請依 1990-03-08 或 03-08 填寫</translation>
    </message>
    <message>
        <source>Next on {date}</source>
        <translation>下次 {date}</translation>
    </message>
    <message>
        <source>, turning {age}</source>
        <translation>，滿 {age} 歲</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>All of these</source>
        <translation>全部滿足</translation>
    </message>
    <message>
        <source>One of these at least</source>
        <translation>滿足其一</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>條件之間的關系</translation>
    </message>
    <message>
        <source>Not this group</source>
        <translation>不屬於這一組</translation>
    </message>
    <message>
        <source>Take the group away</source>
        <translation>去掉這一組</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>新增條件</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>購買</translation>
    </message>
    <message>
        <source>Add what was bought</source>
        <translation>新增購買條件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>條件組</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>新增一組條件</translation>
    </message>
    <message>
        <source>Everybody, until a condition stands here.</source>
        <translation>寫上條件之前，就是全部會員。</translation>
    </message>
</context>
<context>
    <name>BuyerSheet</name>
    <message>
        <source>Invoice title</source>
        <translation>發票抬頭</translation>
    </message>
    <message>
        <source>Title: a company or a person</source>
        <translation>發票抬頭：公司或個人</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>稅號</translation>
    </message>
    <message>
        <source>Empty for a person</source>
        <translation>個人可不填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>The invoice title is kept</source>
        <translation>已儲存發票抬頭</translation>
    </message>
    <message>
        <source>No invoice title is kept</source>
        <translation>已清除發票抬頭</translation>
    </message>
    <message>
        <source>Kept; the tax number is of an older form: compare it once more</source>
        <translation>已儲存；稅號是舊格式，請再核對一遍</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>Call list</source>
        <translation>電話名單</translation>
    </message>
    <message>
        <source>Calls made</source>
        <translation>已打電話</translation>
    </message>
    <message>
        <source>Mend the last</source>
        <translation>更正上一個</translation>
    </message>
    <message>
        <source>Member&apos;s page</source>
        <translation>會員資料</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Note on this call</source>
        <translation>這次通話的備註</translation>
    </message>
    <message>
        <source>What was said, in a line</source>
        <translation>一句話記下談了什麼</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一位</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Everybody who can be called was called.</source>
        <translation>能打的電話都打完了。</translation>
    </message>
    <message>
        <source>{done} of {total} called</source>
        <translation>已打 {done} / {total}</translation>
    </message>
    <message>
        <source>Nobody of this campaign is to be called.</source>
        <translation>這個活動沒有要打電話的人。</translation>
    </message>
    <message>
        <source>No phone number</source>
        <translation>沒有手機號碼</translation>
    </message>
    <message>
        <source>Coupon {code}</source>
        <translation>優惠券 {code}</translation>
    </message>
    <message>
        <source>Press the same key once more: their consent is taken back and no campaign asks them again.</source>
        <translation>再按一次同一個鍵：將撤回該會員的行銷同意，任何活動都不再聯絡。</translation>
    </message>
    <message>
        <source>May not be called now: {reason}</source>
        <translation>現在不能打：{reason}</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Starting the camera…</source>
        <translation>正在開啟攝影機…</translation>
    </message>
    <message>
        <source>{key} off</source>
        <translation>{key} 關閉</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>關閉攝影機</translation>
    </message>
    <message>
        <source>Hold a code before the camera</source>
        <translation>把碼對準攝影機</translation>
    </message>
    <message>
        <source>Read {code}</source>
        <translation>已讀到 {code}</translation>
    </message>
</context>
<context>
    <name>CampaignDetail</name>
    <message>
        <source>Call list</source>
        <translation>電話名單</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>簽到</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Paper list</source>
        <translation>列印名單</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未入選名單</translation>
    </message>
    <message>
        <source>{channel} list</source>
        <translation>{channel}名單</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>From asked to bought</source>
        <translation>從邀請到購買</translation>
    </message>
    <message>
        <source>What it added</source>
        <translation>帶來了什麼</translation>
    </message>
    <message>
        <source>Visits added a person</source>
        <translation>每人增加的到店次數</translation>
    </message>
    <message>
        <source>Gross profit added a person</source>
        <translation>每人增加的毛利</translation>
    </message>
    <message>
        <source>Funnel and result</source>
        <translation>漏斗與結果</translation>
    </message>
    <message>
        <source>{days} · {reached} to ask, {holdout} held out · started by {who}</source>
        <translation>{days} · 邀請 {reached} 人，對照 {holdout} 人 · {who} 發起</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Reckoning…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>邀請對象</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>已邀請</translation>
    </message>
    <message>
        <source>Will come</source>
        <translation>會來</translation>
    </message>
    <message>
        <source>Came to the door</source>
        <translation>已簽到</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>已購買</translation>
    </message>
    <message>
        <source>All who were asked</source>
        <translation>全部受邀者</translation>
    </message>
    <message>
        <source>Wording {name}</source>
        <translation>版本 {name}</translation>
    </message>
    <message>
        <source>Wording {second} against {first}</source>
        <translation>版本 {second} 與 {first} 相比</translation>
    </message>
    <message>
        <source>visits added a person; the line is zero</source>
        <translation>每人增加的到店次數，粗線為零</translation>
    </message>
    <message>
        <source>gross profit added a person; the line is zero</source>
        <translation>每人增加的毛利，粗線為零</translation>
    </message>
    <message>
        <source>{total} ({low} to {high})</source>
        <translation>{total}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{low} to {high}: cannot tell yet</source>
        <translation>{low} 至 {high}，還看不出來</translation>
    </message>
    <message>
        <source>Gross profit added in all</source>
        <translation>合計增加的毛利</translation>
    </message>
    <message>
        <source>Cost so far</source>
        <translation>目前花費</translation>
    </message>
    <message>
        <source>Left after the cost</source>
        <translation>扣除花費後</translation>
    </message>
    <message>
        <source>Return on the cost</source>
        <translation>投入回報</translation>
    </message>
    <message>
        <source>Coupons used</source>
        <translation>已用優惠券</translation>
    </message>
    <message>
        <source>Counted until {until}: days with a purchase of those asked against those held out by lot. The interval holds the truth in 95 of 100 campaigns.</source>
        <translation>統計到 {until}：受邀者與隨機對照者的消費天數相比。100 次活動中有 95 次，真實值落在區間內。</translation>
    </message>
    <message>
        <source>The cost of goods is known for {share}% of what was sold.</source>
        <translation>售出商品中有 {share}% 的成本已知。</translation>
    </message>
</context>
<context>
    <name>CampaignEditor</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新活動</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>邀請誰</translation>
    </message>
    <message>
        <source>How, when and at what cost</source>
        <translation>方式、時間與花費</translation>
    </message>
    <message>
        <source>Asked by the first of these that leads to them, in the order they are ticked</source>
        <translation>按勾選的順序，用第一個能聯絡到的方式</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>活動名稱</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>邀請哪些會員</translation>
    </message>
    <message>
        <source>First day, like 2026-11-22</source>
        <translation>首日，如 2026-11-22</translation>
    </message>
    <message>
        <source>Last day that counts</source>
        <translation>統計的最後一天</translation>
    </message>
    <message>
        <source>Held out, %</source>
        <translation>對照組，%</translation>
    </message>
    <message>
        <source>Drawn by lot and not asked: against them the effect is measured.</source>
        <translation>隨機抽出、不邀請：效果與他們相比得出。</translation>
    </message>
    <message>
        <source>Effect to be seen, %</source>
        <translation>希望看到的效果，%</translation>
    </message>
    <message>
        <source>More visits than they usually make.</source>
        <translation>比平時多到店多少。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>預算</translation>
    </message>
    <message>
        <source>Empty: none.</source>
        <translation>留空：不限。</translation>
    </message>
    <message>
        <source>Spent once</source>
        <translation>固定花費</translation>
    </message>
    <message>
        <source>Cost of asking one</source>
        <translation>每邀請一人的花費</translation>
    </message>
    <message>
        <source>Gross margin, %</source>
        <translation>毛利率，%</translation>
    </message>
    <message>
        <source>For goods whose cost is not known; empty: the scheme&apos;s.</source>
        <translation>用於成本未知的商品，留空取方案的設定。</translation>
    </message>
    <message>
        <source>New conditions</source>
        <translation>新條件</translation>
    </message>
    <message>
        <source>Starting the campaign</source>
        <translation>正在啟動活動</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Will come</source>
        <translation>會來</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不來</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>號碼有誤</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>勿再打</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>簡訊</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>郵件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>No offer</source>
        <translation>無優惠</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>活動邀請</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已歸檔</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已凍結</translation>
    </message>
    <message>
        <source>Did not agree to marketing</source>
        <translation>未同意行銷聯絡</translation>
    </message>
    <message>
        <source>No channel leads to them</source>
        <translation>所選方式聯絡不到</translation>
    </message>
    <message>
        <source>Asked as often as the shop allows already</source>
        <translation>聯絡次數已達上限</translation>
    </message>
    <message>
        <source>Held out by another campaign that still runs</source>
        <translation>是另一進行中活動的對照組</translation>
    </message>
    <message>
        <source>Nobody is left to ask: choose others, or another channel.</source>
        <translation>沒有可邀請的人：請換一批人或換一種方式。</translation>
    </message>
    <message>
        <source>Nobody is held out: what the campaign adds cannot be known.</source>
        <translation>沒有對照組：無法知道活動帶來了什麼。</translation>
    </message>
    <message>
        <source>Too few people for the effect hoped for: the result may stay unclear.</source>
        <translation>人數不足以看出希望的效果：結果可能不明確。</translation>
    </message>
    <message>
        <source>It would cost more than the budget.</source>
        <translation>花費會超出預算。</translation>
    </message>
    <message>
        <source>The conditions name something the shop no longer has.</source>
        <translation>條件裡有店裡已不存在的名稱。</translation>
    </message>
    <message>
        <source>Now are quiet hours: nobody may be asked until they end.</source>
        <translation>現在是免打擾時段，結束前不能聯絡任何人。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Coupon code</source>
        <translation>券碼</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>優惠</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Shop&apos;s phone</source>
        <translation>店電話</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Too little is known of these people to say what it can show.</source>
        <translation>對這些人了解太少，無法說明能看出什麼。</translation>
    </message>
    <message>
        <source>With {reached} asked and {holdout} held out you can see {smallest} visits a person; they make {usual} by themselves in as many days.</source>
        <translation>邀請 {reached} 人、對照 {holdout} 人，能看出每人 {smallest} 次到店的差別；同樣天數裡他們自己會來 {usual} 次。</translation>
    </message>
    <message>
        <source>To see {effect} you need {needed} people in all.</source>
        <translation>要看出 {effect} 次，一共需要 {needed} 人。</translation>
    </message>
    <message>
        <source>Nobody was held out, so nobody can say what it added.</source>
        <translation>沒有對照組，所以無法知道帶來了什麼。</translation>
    </message>
    <message>
        <source>Cannot tell yet: too few people, or none of them came so far.</source>
        <translation>還看不出來：人數太少，或還沒有人來。</translation>
    </message>
    <message>
        <source>Cannot tell yet: between {low} and {high} visits a person, and zero lies between.</source>
        <translation>還看不出來：每人 {low} 至 {high} 次到店，零在其中。</translation>
    </message>
    <message>
        <source>It added {each} visits a person, {total} in all (95%: {low} to {high} a person).</source>
        <translation>每人多來了 {each} 次，合計 {total} 次（95%：每人 {low} 至 {high} 次）。</translation>
    </message>
    <message>
        <source>It took away {each} visits a person, {total} in all (95%: {low} to {high} a person).</source>
        <translation>每人少來了 {each} 次，合計 {total} 次（95%：每人 {low} 至 {high} 次）。</translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>行銷活動</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>No campaign yet: choose whom to ask, hold some out, and see what it adds.</source>
        <translation>還沒有活動：選好邀請誰，留出對照組，看看帶來了什麼。</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新活動</translation>
    </message>
    <message>
        <source>Nothing that it gave is left to be taken back.</source>
        <translation>這次活動送出的已沒有可收回的了。</translation>
    </message>
    <message>
        <source>Stopping the campaign</source>
        <translation>正在停止活動</translation>
    </message>
    <message>
        <source>“{name}” is stopped.</source>
        <translation>「{name}」已停止。</translation>
    </message>
    <message>
        <source>Coupons revoked: {count}.</source>
        <translation>已作廢優惠券：{count} 張。</translation>
    </message>
    <message>
        <source>Points taken back: {points}, of {people} members.</source>
        <translation>已收回 {people} 位會員的 {points} 點積分。</translation>
    </message>
    <message>
        <source>Broken off: what was not taken back stays for now.</source>
        <translation>已中斷：尚未收回的暫時保留。</translation>
    </message>
    <message>
        <source>The new campaign is put aside.</source>
        <translation>新活動已放在一邊。</translation>
    </message>
    <message>
        <source>“{name}” is started: {count} to ask.</source>
        <translation>「{name}」已啟動：待邀請 {count} 人。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>{rows} members written to {file}.</source>
        <translation>已把 {rows} 名會員寫入 {file}。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在匯出</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>邀請對象</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>已購買</translation>
    </message>
</context>
<context>
    <name>CardsPanel</name>
    <message>
        <source>Cards</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation>新增卡片</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>Report lost</source>
        <translation>掛失</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>已找回</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>補發</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡號</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持卡人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>發卡日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>變更日期</translation>
    </message>
</context>
<context>
    <name>CardsSheet</name>
    <message>
        <source>All {count} in the list</source>
        <translation>清單中全部 {count} 位</translation>
    </message>
    <message>
        <source>The {count} chosen</source>
        <translation>已選的 {count} 位</translation>
    </message>
    <message>
        <source>Member cards</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>哪些會員</translation>
    </message>
    <message>
        <source>Onto</source>
        <translation>紙張</translation>
    </message>
    <message>
        <source>Cards 85.6 × 54 mm</source>
        <translation>卡片 85.6 × 54 mm</translation>
    </message>
    <message>
        <source>A4, ten on a sheet</source>
        <translation>A4，每頁十張</translation>
    </message>
    <message>
        <source>Bleed: 3 mm of colour over the edge, to be cut off</source>
        <translation>出血：四邊多 3 mm 底色，供裁切</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>儲存 PDF</translation>
    </message>
    <message>
        <source>A page for each side. Whoever has no card yet gets one.</source>
        <translation>每面一頁。尚無卡片的會員會自動發卡。</translation>
    </message>
    <message>
        <source>Fronts, then their backs: print on both sides, turned on the long edge.</source>
        <translation>先正面後背面：雙面列印，沿長邊翻轉。</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>After a purchase</source>
        <translation>購買之後</translation>
    </message>
    <message>
        <source>Before the birthday</source>
        <translation>生日之前</translation>
    </message>
    <message>
        <source>Before a dependant&apos;s birthday</source>
        <translation>家屬生日之前</translation>
    </message>
    <message>
        <source>Silent by their own rhythm</source>
        <translation>按個人節奏已沉默</translation>
    </message>
    <message>
        <source>Before a pass or plan ends</source>
        <translation>次卡或會籍到期之前</translation>
    </message>
    <message>
        <source>Bought {day}</source>
        <translation>購買於 {day}</translation>
    </message>
    <message>
        <source>Birthday {day}</source>
        <translation>生日 {day}</translation>
    </message>
    <message>
        <source>Dependant&apos;s birthday {day}</source>
        <translation>家屬生日 {day}</translation>
    </message>
    <message>
        <source>Not here since {day}</source>
        <translation>{day} 後未到店</translation>
    </message>
    <message>
        <source>Ends {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>已產生</translation>
    </message>
    <message>
        <source>Given to somebody</source>
        <translation>轉交</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>無人接聽</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已登記</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解決</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動新增</translation>
    </message>
    <message>
        <source>Since today</source>
        <translation>今天起</translation>
    </message>
    <message>
        <source>For {days} days</source>
        <translation>已 {days} 天</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解決</translation>
    </message>
    <message>
        <source>Score {score} of 5</source>
        <translation>評分 {score}/5</translation>
    </message>
</context>
<context>
    <name>CareForms</name>
    <message>
        <source>Nobody in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>回訪</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Such as 2026-12-01, 12-01, or +7 for in seven days</source>
        <translation>例如 2026-12-01、12-01，或 +7 表示七天後</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟進人</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Such as 72.5</source>
        <translation>例如 72.5</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>測量項目</translation>
    </message>
    <message>
        <source>Such as weight, body fat, level</source>
        <translation>例如體重、體脂率、水準</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Such as kg, %, level</source>
        <translation>例如 kg、%、級</translation>
    </message>
    <message>
        <source>Empty for none</source>
        <translation>留空表示沒有目標</translation>
    </message>
    <message>
        <source>Correct the last value</source>
        <translation>更正最近一次數值</translation>
    </message>
    <message>
        <source>Empty strikes it out</source>
        <translation>留空表示作廢</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>計畫名稱</translation>
    </message>
    <message>
        <source>What is agreed</source>
        <translation>約定內容</translation>
    </message>
    <message>
        <source>Checklist, one line each</source>
        <translation>清單，每行一項</translation>
    </message>
    <message>
        <source>No pass</source>
        <translation>不關聯次卡</translation>
    </message>
    <message>
        <source>Its uses are the sessions of the plan</source>
        <translation>以次卡的次數作為計畫的次數</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Sessions (may be left out)</source>
        <translation>次數（可不填）</translation>
    </message>
    <message>
        <source>Plan of care or training</source>
        <translation>護理或訓練計畫</translation>
    </message>
    <message>
        <source>Note (may be left out)</source>
        <translation>備註（可不填）</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>記一次</translation>
    </message>
</context>
<context>
    <name>CarePanel</name>
    <message>
        <source>Follow-up</source>
        <translation>回訪</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>意見回饋</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計畫</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Progress as PDF</source>
        <translation>進展報告 PDF</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>關懷</translation>
    </message>
    <message>
        <source>Nothing yet. Promise to call, take feedback down, measure, or agree on a plan.</source>
        <translation>還沒有記錄。可以新增回訪、記下意見、登記測量或約定計畫。</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>回訪</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>投訴</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>計畫</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>記一次</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
</context>
<context>
    <name>CareRows</name>
    <message>
        <source>Due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>No value stands</source>
        <translation>沒有有效數值</translation>
    </message>
    <message>
        <source>{change} since {day}</source>
        <translation>自 {day} 起 {change}</translation>
    </message>
    <message>
        <source>{share}% of the way</source>
        <translation>已完成 {share}%</translation>
    </message>
    <message>
        <source>Goal {value}</source>
        <translation>目標 {value}</translation>
    </message>
    <message>
        <source>Sessions {used} of {sessions}</source>
        <translation>次數 {used}/{sessions}</translation>
    </message>
    <message>
        <source>Sessions {used}</source>
        <translation>次數 {used}</translation>
    </message>
    <message>
        <source>over since {day}</source>
        <translation>{day} 結束</translation>
    </message>
    <message>
        <source>{done} of {steps} ticked</source>
        <translation>清單 {done}/{steps}</translation>
    </message>
    <message>
        <source>Last session {day}</source>
        <translation>最近一次 {day}</translation>
    </message>
</context>
<context>
    <name>CareScreen</name>
    <message>
        <source>Pages of care</source>
        <translation>關懷分頁</translation>
    </message>
</context>
<context>
    <name>CareTabs</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>投訴</translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation>挑戰賽</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Note…</source>
        <translation>備註…</translation>
    </message>
    <message>
        <source>Solved…</source>
        <translation>已解決…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新開啟…</translation>
    </message>
    <message>
        <source>Choose a case in the list.</source>
        <translation>請在清單中選擇一筆投訴。</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Which cases</source>
        <translation>哪些投訴</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>意見回饋</translation>
    </message>
    <message>
        <source>From a form…</source>
        <translation>匯入表單…</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>投訴</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>非會員</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情況</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟進人</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Answers of a form</source>
        <translation>表單回答</translation>
    </message>
    <message>
        <source>Taking down the answers</source>
        <translation>正在錄入回答</translation>
    </message>
    <message>
        <source>Answers taken down: {taken}. Cases opened: {cases}.</source>
        <translation>已錄入 {taken} 則回答，立案 {cases} 件。</translation>
    </message>
    <message>
        <source>Known already: {count}.</source>
        <translation>先前已錄入 {count} 則。</translation>
    </message>
    <message>
        <source>Rows that say nothing to keep: {count}, the first in line {line}.</source>
        <translation>{count} 列沒有可錄入的內容，第一處在第 {line} 列。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>What was done or said</source>
        <translation>做了什麼、說了什麼</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解決</translation>
    </message>
    <message>
        <source>How it was put right</source>
        <translation>如何解決的</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解決</translation>
    </message>
    <message>
        <source>No case is open. A complaint, or a score of 1 or 2, opens one.</source>
        <translation>沒有未解決的投訴。投訴或 1、2 分的評分會自動立案。</translation>
    </message>
    <message>
        <source>No case was solved yet.</source>
        <translation>還沒有已解決的投訴。</translation>
    </message>
</context>
<context>
    <name>Cashier</name>
    <message>
        <source>whole cart</source>
        <translation>整單</translation>
    </message>
    <message>
        <source>No sale yet: nothing to print again</source>
        <translation>尚無銷售，沒有可重印的收據</translation>
    </message>
    <message>
        <source>The phone number looks unusual; it was kept as typed</source>
        <translation>手機號碼格式少見，已照原樣儲存</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付寶</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>禮物卡</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>商店餘額</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>賒帳</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>訂金</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>換貨</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>會員價</translation>
    </message>
    <message>
        <source>Rounded down</source>
        <translation>去尾數</translation>
    </message>
    <message>
        <source>Removed {name} × {quantity}</source>
        <translation>已刪除 {name} × {quantity}</translation>
    </message>
    <message>
        <source>The cart was emptied</source>
        <translation>已清空購物車</translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation>歡迎，{name}</translation>
    </message>
    <message>
        <source>{name} was merged: the cart is member {number}&apos;s now</source>
        <translation>{name} 已被合併：購物車轉到會員 {number}</translation>
    </message>
    <message>
        <source>The member was taken off</source>
        <translation>已取消會員</translation>
    </message>
    <message>
        <source>{name} is checked in · visit {visits}</source>
        <translation>{name} 已簽到 · 第 {visits} 次到店</translation>
    </message>
    <message>
        <source>{name} is checked in · visit {visits} · {points} points</source>
        <translation>{name} 已簽到 · 第 {visits} 次 · 得 {points} 點</translation>
    </message>
    <message>
        <source>{name} was already checked in today</source>
        <translation>{name} 今天已經簽到過</translation>
    </message>
    <message>
        <source>The sale is on hold · {key} recalls it</source>
        <translation>已掛單 · 按 {key} 取單</translation>
    </message>
    <message>
        <source>The held sale is back</source>
        <translation>已取回掛單</translation>
    </message>
    <message>
        <source>The held sale of {total_minor} was discarded</source>
        <translation>已刪除掛單 {total_minor}</translation>
    </message>
    <message>
        <source>No sale is on hold</source>
        <translation>沒有掛單</translation>
    </message>
    <message>
        <source>{name} now costs {after_minor} instead of {before_minor}</source>
        <translation>{name} 現價 {after_minor}，原為 {before_minor}</translation>
    </message>
    <message>
        <source>Scan a member&apos;s card first, then spend points</source>
        <translation>請先掃描會員卡，再使用點數</translation>
    </message>
    <message>
        <source>Too few points to spend here</source>
        <translation>點數不夠折抵</translation>
    </message>
    <message>
        <source>The cart is empty: scan a product first</source>
        <translation>購物車是空的，請先掃描商品</translation>
    </message>
    <message>
        <source>Scan a member&apos;s card first, then choose a reward or a coupon</source>
        <translation>先掃會員卡，再選兌換或優惠券</translation>
    </message>
    <message>
        <source>{name} has no reward, coupon or pass to use now</source>
        <translation>{name} 現在沒有可用的兌換、優惠券或次卡</translation>
    </message>
    <message>
        <source>{name} is on the cart</source>
        <translation>已放入：{name}</translation>
    </message>
    <message>
        <source>{name} was taken off the cart</source>
        <translation>已取下：{name}</translation>
    </message>
    <message>
        <source>{name} was handed out · points {before} → {after}</source>
        <translation>已兌換 {name} · 點數 {before} → {after}</translation>
    </message>
    <message>
        <source>This coupon is on the cart already</source>
        <translation>這張券已在購物車裡</translation>
    </message>
    <message>
        <source>{name}: one used · {before} → {after} left</source>
        <translation>{name}：已用一次 · 剩餘 {before} → {after}</translation>
    </message>
    <message>
        <source>Scan a member&apos;s card first, then top up</source>
        <translation>先掃會員卡，再儲值</translation>
    </message>
    <message>
        <source>This scheme has no stored value, passes, plans or gift cards</source>
        <translation>目前方案沒有儲值、次卡、付費會員或禮物卡</translation>
    </message>
    <message>
        <source>This gift card holds {amount}: scan it while paying</source>
        <translation>這張禮物卡餘額 {amount}：收款時再掃</translation>
    </message>
    <message>
        <source>This gift card holds {amount} until {until}: scan it while paying</source>
        <translation>這張禮物卡餘額 {amount}，{until} 到期：收款時再掃</translation>
    </message>
    <message>
        <source>Deposit {number} pays {amount_minor} of this cart</source>
        <translation>訂金 {number} 抵付本單 {amount_minor}</translation>
    </message>
    <message>
        <source>{amount_minor} of the deposit goes back in cash</source>
        <translation>訂金餘 {amount_minor} 退現金</translation>
    </message>
    <message>
        <source>Finish the exchange first, or take the goods brought back off the cart</source>
        <translation>請先完成換貨，或把退回的商品移出</translation>
    </message>
    <message>
        <source>{points} points claimed · {before} → {after}</source>
        <translation>已補 {points} 點 · {before} → {after}</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 件</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>Sell something for {text}</source>
        <translation>按 {text} 賣一件</translation>
    </message>
    <message>
        <source>Name it next</source>
        <translation>接著輸入名稱</translation>
    </message>
    <message>
        <source>Enrol {text} as a new member</source>
        <translation>為 {text} 辦新會員</translation>
    </message>
    <message>
        <source>Nobody has this yet</source>
        <translation>還沒有人使用</translation>
    </message>
    <message>
        <source>Deposit {number} is kept for good</source>
        <translation>訂金 {number} 已轉為收入</translation>
    </message>
    <message>
        <source>None on hand</source>
        <translation>無庫存</translation>
    </message>
    <message>
        <source>Only {quantity} on hand</source>
        <translation>僅剩 {quantity}</translation>
    </message>
</context>
<context>
    <name>CashierScreen</name>
    <message>
        <source>Scan or search</source>
        <translation>掃描或搜尋</translation>
    </message>
    <message>
        <source>Scan or type phone, name, product</source>
        <translation>掃描條碼，或輸入手機號碼、姓名、商品</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>購物車</translation>
    </message>
    <message>
        <source>Scan or tap a product to start a sale</source>
        <translation>掃描或點選商品，開始結帳</translation>
    </message>
    <message>
        <source>Goods of {number} come back: {amount}</source>
        <translation>退回 {number} 的商品：{amount}</translation>
    </message>
    <message>
        <source>taken back at the till</source>
        <translation>收銀台撤回</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>Recall {count}</source>
        <translation>取單 {count}</translation>
    </message>
</context>
<context>
    <name>ChallengeForms</name>
    <message>
        <source>More {series}</source>
        <translation>{series}提高</translation>
    </message>
    <message>
        <source>Less {series}</source>
        <translation>{series}降低</translation>
    </message>
    <message>
        <source>Such as 2026-12-01, 12-01, or +7 for in seven days</source>
        <translation>例如 2026-12-01、12-01，或 +7 表示七天後</translation>
    </message>
    <message>
        <source>New challenge</source>
        <translation>新增挑戰賽</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>比什麼</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後一天</translation>
    </message>
    <message>
        <source>Prize (may be left out)</source>
        <translation>獎品（可不填）</translation>
    </message>
    <message>
        <source>Show whole names on the board</source>
        <translation>在榜上顯示全名</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>參加</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Member number, phone or card</source>
        <translation>會員編號、手機號碼或卡號</translation>
    </message>
    <message>
        <source>Call the challenge off?</source>
        <translation>要取消這個挑戰賽嗎？</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>取消挑戰賽</translation>
    </message>
</context>
<context>
    <name>Challenges</name>
    <message>
        <source>Days here</source>
        <translation>到店天數</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>消費金額</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>獲得點數</translation>
    </message>
    <message>
        <source>Change of a measurement</source>
        <translation>測量值的變化</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>以後</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>More {series}</source>
        <translation>{series}提高</translation>
    </message>
    <message>
        <source>Less {series}</source>
        <translation>{series}降低</translation>
    </message>
</context>
<context>
    <name>ChallengesPage</name>
    <message>
        <source>Who comes, spends, earns or improves most in a period.</source>
        <translation>一段時間裡誰來得最多、消費最多、點數最多或進步最大。</translation>
    </message>
    <message>
        <source>New challenge</source>
        <translation>新增挑戰賽</translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation>挑戰賽</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>排行榜</translation>
    </message>
    <message>
        <source>Take part…</source>
        <translation>參加…</translation>
    </message>
    <message>
        <source>Take the chosen member out</source>
        <translation>移出所選會員</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>客顯</translation>
    </message>
    <message>
        <source>Call the challenge off</source>
        <translation>取消挑戰賽</translation>
    </message>
    <message>
        <source>No challenge yet. Members see on the customer display who leads.</source>
        <translation>還沒有挑戰賽。會員可以在客顯上看到誰領先。</translation>
    </message>
    <message>
        <source>Nobody takes part yet. Scan a member&apos;s card.</source>
        <translation>還沒有人參加，請掃描會員卡。</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>挑戰賽</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>比什麼</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>On the board</source>
        <translation>榜上顯示</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>{name} takes part.</source>
        <translation>{name} 已參加。</translation>
    </message>
    <message>
        <source>Prize: {prize}</source>
        <translation>獎品：{prize}</translation>
    </message>
    <message>
        <source>“{name}” begins.</source>
        <translation>「{name}」開始了。</translation>
    </message>
    <message>
        <source>{name} no longer takes part.</source>
        <translation>{name} 已退出。</translation>
    </message>
    <message>
        <source>No customer display is switched on in the settings.</source>
        <translation>設定中沒有開啟客顯。</translation>
    </message>
</context>
<context>
    <name>Chances</name>
    <message>
        <source>Surely still come</source>
        <translation>肯定還會來</translation>
    </message>
    <message>
        <source>Probably still come</source>
        <translation>多半還會來</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>說不準</translation>
    </message>
    <message>
        <source>Probably gone</source>
        <translation>多半不來了</translation>
    </message>
    <message>
        <source>Bought on one day only</source>
        <translation>只在一天消費過</translation>
    </message>
    <message>
        <source>Surely still comes</source>
        <translation>肯定還會來</translation>
    </message>
    <message>
        <source>Probably still comes</source>
        <translation>多半還會來</translation>
    </message>
    <message>
        <source>one purchase tells the model nothing of whether they stay</source>
        <translation>只消費過一天，模型看不出會不會留下</translation>
    </message>
    <message>
        <source>80% or more that they come again</source>
        <translation>再來的可能在 80% 以上</translation>
    </message>
    <message>
        <source>50 to 80% that they come again</source>
        <translation>再來的可能為 50% 到 80%</translation>
    </message>
    <message>
        <source>20 to 50%: the time to write to them</source>
        <translation>20% 到 50%：正是聯絡他們的時候</translation>
    </message>
    <message>
        <source>less than 20%: spend little here</source>
        <translation>不到 20%：少花錢</translation>
    </message>
</context>
<context>
    <name>ChangesSheet</name>
    <message>
        <source>Changed since it was held</source>
        <translation>掛單後有變動</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>It is sold at the prices of now.</source>
        <translation>按現在的價格結算。</translation>
    </message>
    <message>
        <source>Taken off sale meanwhile: take it out, or sell it as it is.</source>
        <translation>期間已下架：可以拿掉，也可以照賣。</translation>
    </message>
    <message>
        <source>No price moved: offers, coupons or the member&apos;s standing did.</source>
        <translation>價格沒變：優惠、優惠券或會員等級有變動。</translation>
    </message>
    <message>
        <source>no longer on sale</source>
        <translation>已下架</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>Charge</name>
    <message>
        <source>Top up</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Sell a pass</source>
        <translation>賣次卡</translation>
    </message>
    <message>
        <source>Paid plan</source>
        <translation>付費會員</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>禮物卡</translation>
    </message>
    <message>
        <source>Repayment</source>
        <translation>賒帳還款</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>訂金</translation>
    </message>
    <message>
        <source>Deposit given back</source>
        <translation>退還訂金</translation>
    </message>
    <message>
        <source>Gift card paid back</source>
        <translation>退還禮物卡</translation>
    </message>
    <message>
        <source>{amount} · {uses} uses · {days} days</source>
        <translation>{amount} · {uses} 次 · {days} 天</translation>
    </message>
    <message>
        <source>all that is owed</source>
        <translation>全部欠款</translation>
    </message>
    <message>
        <source>Owes {move}</source>
        <translation>欠款 {move}</translation>
    </message>
    <message>
        <source>Missing {amount}</source>
        <translation>還差 {amount}</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>Choose with 1</source>
        <translation>按 1 選擇</translation>
    </message>
    <message>
        <source>Choose with 1 to {last}</source>
        <translation>按 1 至 {last} 選擇</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Give {amount} back</source>
        <translation>退 {amount}</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>收 {amount}</translation>
    </message>
    <message>
        <source>Type what the deposit is for first</source>
        <translation>請先填寫訂金用途</translation>
    </message>
    <message>
        <source>{bonus} of it is bonus</source>
        <translation>其中贈送 {bonus}</translation>
    </message>
    <message>
        <source>{bonus} of it is bonus, to be used by {until}</source>
        <translation>其中贈送 {bonus}，{until} 前有效</translation>
    </message>
    <message>
        <source>Bonus {bonus} in {count} parts: {first} now, the last on {last}</source>
        <translation>贈送 {bonus} 分 {count} 期：現在 {first}，末期 {last}</translation>
    </message>
    <message>
        <source>+ {bonus} in {count} parts</source>
        <translation>贈 {bonus}，分 {count} 期</translation>
    </message>
    <message>
        <source>+ {bonus} bonus</source>
        <translation>贈 {bonus}</translation>
    </message>
    <message>
        <source>Renew: {amount}</source>
        <translation>續費 {amount}</translation>
    </message>
    <message>
        <source>Switch: {amount} back</source>
        <translation>改換，退 {amount}</translation>
    </message>
    <message>
        <source>Switch: {amount} more</source>
        <translation>改換，補 {amount}</translation>
    </message>
    <message>
        <source>Free for {days} days</source>
        <translation>免費試用 {days} 天</translation>
    </message>
    <message>
        <source>Join: {amount}</source>
        <translation>加入 {amount}</translation>
    </message>
</context>
<context>
    <name>ChargeSheet</name>
    <message>
        <source>What the deposit is for</source>
        <translation>訂金用途</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>實收現金</translation>
    </message>
    <message>
        <source>Cash received: + then type it</source>
        <translation>實收現金：按 + 後輸入</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>What is charged or sold</source>
        <translation>儲值或售賣</translation>
    </message>
    <message>
        <source>Choose an amount, or type one.</source>
        <translation>請選一個金額，或直接輸入。</translation>
    </message>
    <message>
        <source>Choose one of them first.</source>
        <translation>請先選一項。</translation>
    </message>
    <message>
        <source>Another amount: * then type it</source>
        <translation>其他金額：按 * 後輸入</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>其他金額</translation>
    </message>
    <message>
        <source>Given back by</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>Stored value {move}</source>
        <translation>儲值 {move}</translation>
    </message>
</context>
<context>
    <name>ChartCards</name>
    <message>
        <source>Seen once a month has passed since somebody&apos;s first purchase.</source>
        <translation>有人首次購買滿一個月後才能看到。</translation>
    </message>
    <message>
        <source>{month}: {members} bought first; {came} of them ({share}) in {then}</source>
        <translation>{month} 首次購買 {members} 人，其中 {came} 人（{share}）在 {then} 又來購買</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Trying every offer on a basket…</source>
        <translation>正在用籃子試算每個優惠…</translation>
    </message>
    <message>
        <source>Every offer was tried on a basket; nothing goes wrong.</source>
        <translation>每個優惠都已試算，沒有發現問題。</translation>
    </message>
    <message>
        <source>Checked before it is used</source>
        <translation>啟用前檢查</translation>
    </message>
    <message>
        <source>Edit rules</source>
        <translation>編輯規則</translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message>
        <source>Every page of the file can be read</source>
        <translation>檔案的每一頁都能讀取</translation>
    </message>
    <message>
        <source>Every record finds what it belongs to</source>
        <translation>紀錄之間的關聯完整</translation>
    </message>
    <message>
        <source>The file is of this program and version</source>
        <translation>檔案屬於本程式，版本相符</translation>
    </message>
    <message>
        <source>Settings, till and keys are there</source>
        <translation>設定、收銀台與金鑰齊全</translation>
    </message>
    <message>
        <source>The clock is not behind the last sale</source>
        <translation>電腦時間不早於最後一筆銷售</translation>
    </message>
    <message>
        <source>Receipt numbers have no gap and no double</source>
        <translation>收據號碼連續，沒有重號</translation>
    </message>
    <message>
        <source>Every sale adds up to the cent</source>
        <translation>每筆銷售的金額分毫不差</translation>
    </message>
    <message>
        <source>Every sale moved the points it names</source>
        <translation>每筆銷售的點數變動與收據一致</translation>
    </message>
    <message>
        <source>No receipt was claimed twice</source>
        <translation>沒有收據重複補點數</translation>
    </message>
    <message>
        <source>Every sale belongs to its till&apos;s day</source>
        <translation>每筆銷售都歸入正確的營業日</translation>
    </message>
    <message>
        <source>Every member is whole</source>
        <translation>會員資料完整</translation>
    </message>
    <message>
        <source>Points balances are the sum of their entries</source>
        <translation>點數餘額等於明細總和</translation>
    </message>
    <message>
        <source>Visits are counted right</source>
        <translation>到店次數正確</translation>
    </message>
    <message>
        <source>What members spent is the sum of their sales</source>
        <translation>會員消費額等於其銷售總和</translation>
    </message>
    <message>
        <source>What members left each day adds up</source>
        <translation>會員每天的消費對得上</translation>
    </message>
    <message>
        <source>Last visits are the last ones</source>
        <translation>最近到店時間正確</translation>
    </message>
    <message>
        <source>No points were spent twice</source>
        <translation>沒有點數被重複使用</translation>
    </message>
    <message>
        <source>No coupon was used twice</source>
        <translation>沒有優惠券被用兩次</translation>
    </message>
    <message>
        <source>Nothing was given back twice</source>
        <translation>沒有重複退款</translation>
    </message>
    <message>
        <source>Every reward was paid with its points</source>
        <translation>每次兌換都扣了相應點數</translation>
    </message>
    <message>
        <source>Every wallet is the sum of its entries</source>
        <translation>儲值餘額等於各筆記錄之和</translation>
    </message>
    <message>
        <source>Gift cards hold what is left of them</source>
        <translation>禮物卡餘額正確</translation>
    </message>
    <message>
        <source>Session passes have the uses left that they show</source>
        <translation>次數卡剩餘次數正確</translation>
    </message>
    <message>
        <source>Every top-up and fee adds up and is sealed</source>
        <translation>每筆儲值和會費都對得上並已封存</translation>
    </message>
    <message>
        <source>What members owe is the sum of their purchases</source>
        <translation>會員欠款與賒帳明細相符</translation>
    </message>
    <message>
        <source>Deposits hold what is left of them</source>
        <translation>訂金餘額與明細相符</translation>
    </message>
    <message>
        <source>Every tip is a line of its sale</source>
        <translation>每筆小費都是所屬銷售的一行</translation>
    </message>
    <message>
        <source>Every Z report agrees with its drawer; none is missing</source>
        <translation>每份日結單都與錢箱一致，一份不缺</translation>
    </message>
    <message>
        <source>Tiers and plans follow from what was counted</source>
        <translation>等級和會員方案與累計相符</translation>
    </message>
    <message>
        <source>What is on hand is the sum of its moves</source>
        <translation>現有庫存等於全部變動之和</translation>
    </message>
    <message>
        <source>Campaigns asked and gave as drawn</source>
        <translation>活動只聯絡、只發放給抽中的會員</translation>
    </message>
    <message>
        <source>Merged members left nothing behind</source>
        <translation>合併的會員沒有遺留</translation>
    </message>
    <message>
        <source>Follow-ups and cases stand as their last entry says</source>
        <translation>回訪與投訴和最後一筆記錄一致</translation>
    </message>
    <message>
        <source>Hints at the till follow from what was bought</source>
        <translation>收銀提示與購買紀錄相符</translation>
    </message>
    <message>
        <source>What members like is as their sales tell</source>
        <translation>會員偏好與其銷售記錄一致</translation>
    </message>
    <message>
        <source>The past that forecasts look at is as the sales tell</source>
        <translation>預測所依據的過往與銷售記錄一致</translation>
    </message>
    <message>
        <source>Who bought much-bought goods is as the sales tell</source>
        <translation>誰買過熱銷商品，與銷售紀錄一致</translation>
    </message>
    <message>
        <source>Every sale is sealed</source>
        <translation>每筆銷售都有防竄改驗證</translation>
    </message>
    <message>
        <source>No sale was changed after it was sealed</source>
        <translation>沒有銷售遭事後更動</translation>
    </message>
    <message>
        <source>Every member can be found by name</source>
        <translation>每位會員都能依姓名找到</translation>
    </message>
    <message>
        <source>Every card code is of this shop</source>
        <translation>每個卡號都屬於本店</translation>
    </message>
    <message>
        <source>Every held sale can be recalled</source>
        <translation>每張掛單都能取回</translation>
    </message>
    <message>
        <source>Checking the shop&apos;s file</source>
        <translation>正在檢查店家檔案</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>資料檢查</translation>
    </message>
    <message>
        <source>Reads the whole file and proves that every balance, receipt and seal is right. Nothing is changed.</source>
        <translation>讀取整個檔案，核對每個餘額、每張收據與防竄改驗證。只檢查，不更動。</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>全面檢查</translation>
    </message>
    <message>
        <source>{count} of {total} checks failed. Sales and balances are right: what failed is kept only to answer quickly. Close Regulars, run “regulars doctor --renew” on the command line, and start again: it is made anew.</source>
        <translation>{total} 項檢查中有 {count} 項未通過。銷售和餘額都沒有問題，出錯的只是為加快查詢而儲存的資料。請關閉 Regulars，在命令列執行「regulars doctor --renew」，再重新開啟，這些資料會自動重建。</translation>
    </message>
    <message>
        <source>{count} of {total} checks failed. Make a backup to a file, then ask for help.</source>
        <translation>{total} 項檢查中有 {count} 項未通過。請先備份至檔案，再尋求協助。</translation>
    </message>
    <message>
        <source>All {total} checks hold.</source>
        <translation>{total} 項檢查全部通過。</translation>
    </message>
    <message>
        <source>Failed: {check} ({detail})</source>
        <translation>未通過：{check}（{detail}）</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Goods or member</source>
        <translation>商品或會員</translation>
    </message>
    <message>
        <source>Scan the goods or the member&apos;s card, or type a name</source>
        <translation>掃描商品或會員卡，或輸入名稱</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>退回的商品</translation>
    </message>
    <message>
        <source>+ and − change the quantity. They are taken back at today&apos;s price.</source>
        <translation>+ 和 − 改數量。按今天的價格退。</translation>
    </message>
    <message>
        <source>Scan the goods, or type how many come back. Space takes the whole line.</source>
        <translation>掃商品，或輸入退回的數量。空白鍵退整行。</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>Returned before</source>
        <translation>此前已退</translation>
    </message>
    <message>
        <source>Paid for what is left</source>
        <translation>未退部分實付</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>本次退</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>應退</translation>
    </message>
</context>
<context>
    <name>ClaimSheet</name>
    <message>
        <source>Claim points</source>
        <translation>補點數</translation>
    </message>
    <message>
        <source>Give the points of this sale of {amount} to {name}? This works once.</source>
        <translation>將這筆 {amount} 的點數補給 {name}？每張收據只能補一次。</translation>
    </message>
    <message>
        <source>Points {moved}</source>
        <translation>點數 {moved}</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>補點數</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>same phone</source>
        <translation>電話相同</translation>
    </message>
    <message>
        <source>phones end the same</source>
        <translation>電話末段相同</translation>
    </message>
    <message>
        <source>same WeChat</source>
        <translation>微信相同</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>電郵相同</translation>
    </message>
    <message>
        <source>same birthday</source>
        <translation>生日相同</translation>
    </message>
    <message>
        <source>same day of the year</source>
        <translation>生日同月同日</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>names sound alike</source>
        <translation>姓名讀音相近</translation>
    </message>
    <message>
        <source>names a letter apart</source>
        <translation>姓名差一個字母</translation>
    </message>
    <message>
        <source>same last four digits</source>
        <translation>尾號四位相同</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>沒有電話</translation>
    </message>
    <message>
        <source>Phone that cannot be dialled</source>
        <translation>電話打不通（格式不對）</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>沒有姓名</translation>
    </message>
    <message>
        <source>No birthday</source>
        <translation>沒有生日</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>沒有地址</translation>
    </message>
    <message>
        <source>Never asked about offers</source>
        <translation>未問過是否接收優惠</translation>
    </message>
    <message>
        <source>Not looked at for two years</source>
        <translation>兩年沒有核對過</translation>
    </message>
</context>
<context>
    <name>CleaningSheet</name>
    <message>
        <source>Looking for members who are there twice…</source>
        <translation>正在尋找重複的會員…</translation>
    </message>
    <message>
        <source>No two members look like one person.</source>
        <translation>沒有像同一人的會員。</translation>
    </message>
    <message>
        <source>The likeliest {count} of {total}</source>
        <translation>共 {total} 對，列出最可能的 {count} 對</translation>
    </message>
    <message>
        <source>{one} and {other} are two people; not listed again.</source>
        <translation>{one} 與 {other} 是兩個人，不再列出。</translation>
    </message>
    <message>
        <source>{one} and {other} are listed again.</source>
        <translation>{one} 和 {other} 重新列出。</translation>
    </message>
    <message>
        <source>Clean up members</source>
        <translation>整理會員資料</translation>
    </message>
    <message>
        <source>What to look over</source>
        <translation>要整理的內容</translation>
    </message>
    <message>
        <source>Pairs that may be one person</source>
        <translation>可能是同一人的會員</translation>
    </message>
    <message>
        <source>Missing and old</source>
        <translation>缺失與過時</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation>這裡沒有要處理的。</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>是兩個人</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合併…</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>And</source>
        <translation>與</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>Missing or old</source>
        <translation>缺失或過時</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
</context>
<context>
    <name>ColourControl</name>
    <message>
        <source>Colour code</source>
        <translation>色碼</translation>
    </message>
</context>
<context>
    <name>ColourPicker</name>
    <message>
        <source>As its category</source>
        <translation>與分類相同</translation>
    </message>
</context>
<context>
    <name>CommissionSheet</name>
    <message>
        <source>Commissions</source>
        <translation>抽成</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>哪些日子</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Nothing was sold in these days.</source>
        <translation>這幾天沒有銷售。</translation>
    </message>
    <message>
        <source>Net is after discounts, less what was taken back in these days. Tips are told apart: they are no revenue.</source>
        <translation>淨額為折後金額減去期間內的退貨。小費單獨列出，不計入營業額。</translation>
    </message>
    <message>
        <source>Net {net} · commission {commission}</source>
        <translation>淨額 {net} · 抽成 {commission}</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已儲存 {file}</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>單數</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>服務金額</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>淨額</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>抽成</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小費</translation>
    </message>
</context>
<context>
    <name>CompassPage</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>列印報表</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>before: {before} · a year before: {year_before}</source>
        <translation>上一期：{before} · 去年同期：{year_before}</translation>
    </message>
    <message>
        <source>Tab goes from group to group, arrows from figure to figure; here stands how each is counted. Enter opens the list behind it.</source>
        <translation>Tab 鍵換一組，方向鍵換一個指標，這裡顯示它的統計口徑；按 Enter 打開明細。</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>counting…</source>
        <translation>統計中…</translation>
    </message>
    <message>
        <source>of {everyone} members, {share}%</source>
        <translation>名會員，共 {everyone} 名，占 {share}%</translation>
    </message>
    <message>
        <source>Reading sales to count exactly: {percent}%. The figure follows by itself.</source>
        <translation>正在讀取銷售記錄以精確計數：{percent}%。完成後數字會自動更新。</translation>
    </message>
    <message>
        <source>The shop&apos;s file cannot be written, so what is read is not kept: the exact count follows all the same, but takes some minutes. See that the disk may be written to, then start Regulars again.</source>
        <translation>店家檔案無法寫入，讀取的結果無法儲存：準確人數仍會算出，但要等幾分鐘。請檢查磁碟是否可寫，再重新開啟 Regulars。</translation>
    </message>
    <message>
        <source>The disk has too little room to keep what is read: the exact count follows all the same, but takes some minutes. Free 1 GB or more.</source>
        <translation>磁碟空間不足，讀取的結果無法儲存：準確人數仍會算出，但要等幾分鐘。請騰出至少 1&#xa0;GB 空間。</translation>
    </message>
    <message>
        <source>The shop has no members yet.</source>
        <translation>店裡還沒有會員。</translation>
    </message>
    <message>
        <source>Nobody is in it today: loosen a condition.</source>
        <translation>今天沒有人符合，請放寬條件。</translation>
    </message>
    <message>
        <source>This is everybody: the conditions leave nobody out.</source>
        <translation>這就是全部會員：這些條件沒有排除任何人。</translation>
    </message>
</context>
<context>
    <name>CountSheet</name>
    <message>
        <source>Close the day</source>
        <translation>交班日結</translation>
    </message>
    <message>
        <source>Cash in the drawer, counted</source>
        <translation>錢箱實點現金</translation>
    </message>
    <message>
        <source>Or count notes and coins</source>
        <translation>或依面額清點</translation>
    </message>
    <message>
        <source>Looked up in the evening, if you like</source>
        <translation>其他收款核對（可不填）</translation>
    </message>
    <message>
        <source>How many of {piece}</source>
        <translation>{piece} 的張數</translation>
    </message>
    <message>
        <source>Open since {time}, a day that is over. Count it now.</source>
        <translation>此班自 {time} 開班，已過營業日，請現在清點。</translation>
    </message>
    <message>
        <source>Selling since {time}. Leave the amount empty to close uncounted.</source>
        <translation>自 {time} 起營業。金額留空則不清點直接日結。</translation>
    </message>
    <message>
        <source>Open since {time}. What should be there is shown after the count.</source>
        <translation>{time} 開班。應有金額在清點後顯示。</translation>
    </message>
    <message>
        <source>Type what was counted; 0 for an empty drawer.</source>
        <translation>請填寫清點金額；空錢箱填 0。</translation>
    </message>
</context>
<context>
    <name>Currencies</name>
    <message>
        <source>Chinese yuan</source>
        <translation>人民幣</translation>
    </message>
    <message>
        <source>New Taiwan dollar</source>
        <translation>新臺幣</translation>
    </message>
    <message>
        <source>Hong Kong dollar</source>
        <translation>港幣</translation>
    </message>
    <message>
        <source>Macao pataca</source>
        <translation>澳門幣</translation>
    </message>
    <message>
        <source>Singapore dollar</source>
        <translation>新加坡幣</translation>
    </message>
    <message>
        <source>Malaysian ringgit</source>
        <translation>馬來西亞令吉</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Canadian dollar</source>
        <translation>加拿大元</translation>
    </message>
    <message>
        <source>Australian dollar</source>
        <translation>澳幣</translation>
    </message>
    <message>
        <source>New Zealand dollar</source>
        <translation>紐西蘭元</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>歐元</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>英鎊</translation>
    </message>
    <message>
        <source>Japanese yen</source>
        <translation>日圓</translation>
    </message>
    <message>
        <source>South Korean won</source>
        <translation>韓元</translation>
    </message>
    <message>
        <source>Thai baht</source>
        <translation>泰銖</translation>
    </message>
    <message>
        <source>Vietnamese dong</source>
        <translation>越南盾</translation>
    </message>
    <message>
        <source>Philippine peso</source>
        <translation>菲律賓披索</translation>
    </message>
    <message>
        <source>Indonesian rupiah</source>
        <translation>印尼盾</translation>
    </message>
    <message>
        <source>Indian rupee</source>
        <translation>印度盧比</translation>
    </message>
    <message>
        <source>Kuwaiti dinar</source>
        <translation>科威特第納爾</translation>
    </message>
</context>
<context>
    <name>CustomRow</name>
    <message>
        <source>Field, such as shoe size</source>
        <translation>項目，例如鞋碼</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Take this field away</source>
        <translation>移除此項</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data &amp; about</source>
        <translation>資料與關於</translation>
    </message>
    <message>
        <source>Files in and out</source>
        <translation>匯入與匯出</translation>
    </message>
    <message>
        <source>CSV or Excel. An import takes all rows or none, makes a backup first, and adds nothing twice.</source>
        <translation>CSV 或 Excel。匯入若非全部成功，就完全不變；匯入前先備份，不會重複新增。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>庫存</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Import: {kind}</source>
        <translation>匯入：{kind}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Export: {kind}</source>
        <translation>匯出：{kind}</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程式</translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation>資料存放位置</translation>
    </message>
    <message>
        <source>Parts made by others</source>
        <translation>第三方元件</translation>
    </message>
    <message>
        <source>Regulars · 常客 {version}</source>
        <translation>常客 · Regulars {version}</translation>
    </message>
    <message>
        <source>Members, points and sales for small shops. It works without the internet and sends nothing anywhere. Free software under the MIT licence.</source>
        <translation>為小店管理會員、點數與銷售。無需連網，不會傳送任何資料。自由軟體，採用 MIT 授權條款。</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店家</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Log, without personal data</source>
        <translation>記錄檔（不含個人資料）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>開啟資料夾：{name}</translation>
    </message>
    <message>
        <source>Each stays under the licence of its makers.</source>
        <translation>各自遵循其作者的授權條款。</translation>
    </message>
    <message>
        <source>Licence of {part}</source>
        <translation>{part} 的授權條款</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Days</source>
        <translation>日期範圍</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>自訂日期</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>開始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>結束日期</translation>
    </message>
</context>
<context>
    <name>DebtorsSheet</name>
    <message>
        <source>Who owes</source>
        <translation>賒帳欠款</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>0–30 days</source>
        <translation>0–30 天</translation>
    </message>
    <message>
        <source>31–60 days</source>
        <translation>31–60 天</translation>
    </message>
    <message>
        <source>Over 60 days</source>
        <translation>60 天以上</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>最早日期</translation>
    </message>
    <message>
        <source>Enter brings the member to the till, where they repay</source>
        <translation>按 Enter 把會員帶到收銀台還款</translation>
    </message>
    <message>
        <source>Nobody owes anything</source>
        <translation>沒有人欠款</translation>
    </message>
</context>
<context>
    <name>DependantRow</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Relation, such as daughter</source>
        <translation>關係，例如女兒</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>關係</translation>
    </message>
    <message>
        <source>Take this person away</source>
        <translation>移除此人</translation>
    </message>
</context>
<context>
    <name>DepositEndSheet</name>
    <message>
        <source>Deposit</source>
        <translation>訂金</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>退還</translation>
    </message>
    <message>
        <source>Keep it for good</source>
        <translation>不退，轉為收入</translation>
    </message>
    <message>
        <source>What becomes of the deposit</source>
        <translation>如何處理訂金</translation>
    </message>
    <message>
        <source>Given back by</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say why it is kept.</source>
        <translation>請寫明不退的原因。</translation>
    </message>
    <message>
        <source>Give {amount} back</source>
        <translation>退還 {amount}</translation>
    </message>
    <message>
        <source>Keep {amount}</source>
        <translation>留下 {amount}</translation>
    </message>
</context>
<context>
    <name>DepositsSheet</name>
    <message>
        <source>Open deposits</source>
        <translation>未結訂金</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>For</source>
        <translation>會員與用途</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>收取時間</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>餘額</translation>
    </message>
    <message>
        <source>Enter lays it on the cart, Delete gives it back or keeps it for good</source>
        <translation>按 Enter 抵付本單，Delete 退還或轉為收入</translation>
    </message>
    <message>
        <source>No deposit is open</source>
        <translation>沒有未結訂金</translation>
    </message>
    <message>
        <source>on a held sale</source>
        <translation>在掛單上</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Points by expiry date</source>
        <translation>點數到期分布</translation>
    </message>
    <message>
        <source>Marketing: nobody has asked; no messages are sent.</source>
        <translation>行銷訊息：尚未徵詢，不發送。</translation>
    </message>
    <message>
        <source>Marketing: agreed on {date}, notice {version}.</source>
        <translation>行銷訊息：{date} 同意，告知書第 {version} 版。</translation>
    </message>
    <message>
        <source>Marketing: declined on {date}, notice {version}.</source>
        <translation>行銷訊息：{date} 拒絕，告知書第 {version} 版。</translation>
    </message>
    <message>
        <source>{birthday} (next {date})</source>
        <translation>{birthday}（下次 {date}）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信號</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>入會日期</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>專屬顧問</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>職業</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家人</translation>
    </message>
    <message>
        <source>Invoice title</source>
        <translation>發票抬頭</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>稅號</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>{phone} (kept as typed)</source>
        <translation>{phone}（照原樣儲存）</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
</context>
<context>
    <name>DiscountSheet</name>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>依百分比</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>折抵金額</translation>
    </message>
    <message>
        <source>Round down</source>
        <translation>去尾數</translation>
    </message>
    <message>
        <source>Kind of discount</source>
        <translation>折扣方式</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Such as: regular guest</source>
        <translation>例如：熟客</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Remove the discount</source>
        <translation>取消折扣</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>折讓百分比（9 折填 10）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>折抵金額</translation>
    </message>
    <message>
        <source>Rounded down</source>
        <translation>去尾數</translation>
    </message>
    <message>
        <source>Type a percentage between 0 and 100.</source>
        <translation>請輸入 0 到 100 之間的百分比。</translation>
    </message>
    <message>
        <source>Type an amount, such as 5.00.</source>
        <translation>請輸入金額，例如 5.00。</translation>
    </message>
    <message>
        <source>Say why: the reason stands on the receipt.</source>
        <translation>請填寫原因，會印在收據上。</translation>
    </message>
</context>
<context>
    <name>DisplayPage</name>
    <message>
        <source>Customer display</source>
        <translation>客顯</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Picture of your pay code</source>
        <translation>收款碼圖片</translation>
    </message>
    <message>
        <source>Shown while the customer pays.</source>
        <translation>顧客付款時顯示。</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>圖片資料夾</translation>
    </message>
    <message>
        <source>Shown one after the other while nobody is served.</source>
        <translation>沒有顧客時輪流顯示。</translation>
    </message>
    <message>
        <source>No customer display</source>
        <translation>沒有客顯</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Pay code</source>
        <translation>收款碼</translation>
    </message>
    <message>
        <source>Pictures found: {count}, 8 seconds each.</source>
        <translation>找到 {count} 張圖片，每張顯示 8 秒。</translation>
    </message>
    <message>
        <source>No picture there yet: PNG, JPEG, BMP, WebP or GIF.</source>
        <translation>裡面還沒有圖片：可用 PNG、JPEG、BMP、WebP、GIF。</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>第二個螢幕</translation>
    </message>
    <message>
        <source>What customers see</source>
        <translation>顧客看到的</translation>
    </message>
    <message>
        <source>This PC has one screen. Connect another one that faces the customer.</source>
        <translation>這台電腦只有一個螢幕。請再接一個朝向顧客的螢幕。</translation>
    </message>
    <message>
        <source>Choose the pay code</source>
        <translation>選擇收款碼</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>選擇資料夾</translation>
    </message>
    <message>
        <source>While paying</source>
        <translation>付款時</translation>
    </message>
    <message>
        <source>After the sale</source>
        <translation>付款後</translation>
    </message>
    <message>
        <source>Between two sales</source>
        <translation>空閒時</translation>
    </message>
    <message>
        <source>What the preview shows</source>
        <translation>預覽內容</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Cards &amp; receipts</source>
        <translation>會員卡與收據</translation>
    </message>
    <message>
        <source>Colour of cards</source>
        <translation>會員卡顏色</translation>
    </message>
    <message>
        <source>Terms on the back of a card</source>
        <translation>卡片背面條款</translation>
    </message>
    <message>
        <source>Empty prints the usual sentence. Three lines fit.</source>
        <translation>留空則印通用條款，最多三行。</translation>
    </message>
    <message>
        <source>Last lines of a receipt</source>
        <translation>收據結尾</translation>
    </message>
    <message>
        <source>A thank-you, opening hours, what is on this week.</source>
        <translation>感謝語、營業時間、本週活動。</translation>
    </message>
    <message>
        <source>Days for returns</source>
        <translation>退換天數</translation>
    </message>
    <message>
        <source>Printed beside the receipt&apos;s code; 0 prints none.</source>
        <translation>印在收據條碼旁；填 0 不印。</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Receipt paper</source>
        <translation>收據紙</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>Card printer</source>
        <translation>會員卡印表機</translation>
    </message>
    <message>
        <source>Printer of label rolls</source>
        <translation>捲裝標籤印表機</translation>
    </message>
    <message>
        <source>Printer of label sheets, A4</source>
        <translation>A4 標籤紙印表機</translation>
    </message>
    <message>
        <source>Printer of reports, A4</source>
        <translation>報表印表機，A4</translation>
    </message>
    <message>
        <source>Print after each sale</source>
        <translation>每筆銷售後自動列印</translation>
    </message>
    <message>
        <source>Ask at the first print</source>
        <translation>第一次列印時詢問</translation>
    </message>
    <message>
        <source>A member card, front and back</source>
        <translation>會員卡，正面與背面</translation>
    </message>
    <message>
        <source>A receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Test receipt</source>
        <translation>測試收據</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>測試卡</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已送至印表機</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Printing on this till</source>
        <translation>本機列印</translation>
    </message>
    <message>
        <source>These belong to this till and are followed at once.</source>
        <translation>僅用於本機，立即生效。</translation>
    </message>
    <message>
        <source>Print a test receipt</source>
        <translation>列印測試收據</translation>
    </message>
    <message>
        <source>Print a test card</source>
        <translation>列印測試卡</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>What the preview shows</source>
        <translation>預覽內容</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Cash to hand out</source>
        <translation>應退現金</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Points {moved}</source>
        <translation>點數 {moved}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>憑條</translation>
    </message>
</context>
<context>
    <name>DoorSheet</name>
    <message>
        <source>Door</source>
        <translation>簽到</translation>
    </message>
    <message>
        <source>Card, member number or phone</source>
        <translation>會員卡、會員編號或手機號碼</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>簽到</translation>
    </message>
    <message>
        <source>{count} here</source>
        <translation>已到 {count} 人</translation>
    </message>
    <message>
        <source>Scan a member&apos;s card</source>
        <translation>請掃會員卡</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>歡迎光臨</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已經簽到</translation>
    </message>
    <message>
        <source>Not invited</source>
        <translation>不在邀請名單</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>不是今天</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>無法識別</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>沒有記錄任何內容。</translation>
    </message>
    <message>
        <source>{number} · the event was on {day}</source>
        <translation>{number} · 店內活動是 {day} 的</translation>
    </message>
    <message>
        <source>{number} · said they will come</source>
        <translation>{number} · 說過會來</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>The drawer is open</source>
        <translation>已開班</translation>
    </message>
    <message>
        <source>{amount} put into the drawer</source>
        <translation>已存入 {amount}</translation>
    </message>
    <message>
        <source>{amount} paid out of the drawer</source>
        <translation>已支出 {amount}</translation>
    </message>
    <message>
        <source>{amount} taken to the safe</source>
        <translation>已繳存保險箱 {amount}</translation>
    </message>
    <message>
        <source>Opened without a sale; it is written down</source>
        <translation>已開錢箱（無銷售），並留下記錄</translation>
    </message>
    <message>
        <source>Nothing to close: no session is open</source>
        <translation>沒有可日結的班次</translation>
    </message>
    <message>
        <source>Making the backup…</source>
        <translation>正在備份…</translation>
    </message>
    <message>
        <source>Backup of the closed day</source>
        <translation>日結備份</translation>
    </message>
    <message>
        <source>A verified backup was made</source>
        <translation>已完成備份並核對</translation>
    </message>
    <message>
        <source>The day is closed, but its backup failed: {why}</source>
        <translation>已日結，但備份失敗：{why}</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Rules of “{title}”</source>
        <translation>「{title}」的規則</translation>
    </message>
    <message>
        <source>Back to the schemes</source>
        <translation>返回方案列表</translation>
    </message>
    <message>
        <source>Not in use yet</source>
        <translation>尚未啟用</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Try on the past</source>
        <translation>用自己的帳試</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>啟用…</translation>
    </message>
    <message>
        <source>Parts of the scheme</source>
        <translation>方案的各部分</translation>
    </message>
    <message>
        <source>needs mending</source>
        <translation>需要修改</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>前往查看</translation>
    </message>
</context>
<context>
    <name>EditorSheet</name>
    <message>
        <source>New member</source>
        <translation>新會員</translation>
    </message>
    <message>
        <source>Edit member</source>
        <translation>編輯會員</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>新增會員</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>May be sent news and offers</source>
        <translation>同意接收活動與優惠訊息</translation>
    </message>
    <message>
        <source>Somebody has it already.</source>
        <translation>已有會員使用。</translation>
    </message>
    <message>
        <source>Open that member</source>
        <translation>開啟該會員</translation>
    </message>
    <message>
        <source>What they like</source>
        <translation>喜好與標籤</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>聯絡方式</translation>
    </message>
    <message>
        <source>About them</source>
        <translation>個人資料</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家人</translation>
    </message>
    <message>
        <source>Your own fields</source>
        <translation>自訂項目</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>行銷同意</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動編號</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Oat milk, Enter</source>
        <translation>燕麥奶，Enter</translation>
    </message>
    <message>
        <source>Regular, Enter</source>
        <translation>熟客，Enter</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>新增家人</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>新增項目</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信號</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>入會日期</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>專屬顧問</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>職業</translation>
    </message>
    <message>
        <source>Brought along by (phone or number)</source>
        <translation>推薦人（手機或會員編號）</translation>
    </message>
    <message>
        <source>Children, partner, and their birthdays</source>
        <translation>孩子、伴侶及其生日</translation>
    </message>
    <message>
        <source>What else you want to keep</source>
        <translation>其他想記錄的內容</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未填寫</translation>
    </message>
    <message>
        <source>Tick it only after they agreed to notice {version}.</source>
        <translation>會員同意告知書（第 {version} 版）後才能勾選。</translation>
    </message>
    <message>
        <source>Agreed on {date} to notice {version}.</source>
        <translation>{date} 同意告知書第 {version} 版。</translation>
    </message>
    <message>
        <source>Declined on {date}, notice {version}.</source>
        <translation>{date} 拒絕，告知書第 {version} 版。</translation>
    </message>
</context>
<context>
    <name>EnrolSheet</name>
    <message>
        <source>New member</source>
        <translation>新會員</translation>
    </message>
    <message>
        <source>Name (may be added later)</source>
        <translation>姓名（可稍後補填）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>A digital card is made at once; print it from the member&apos;s page.</source>
        <translation>會立即產生電子卡；實體卡可在會員頁列印。</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>新增會員</translation>
    </message>
    <message>
        <source>Type a phone number or a name.</source>
        <translation>請輸入手機號碼或姓名。</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>FeedbackSheet</name>
    <message>
        <source>Feedback</source>
        <translation>意見回饋</translation>
    </message>
    <message>
        <source>Score {score} of 5</source>
        <translation>評分 {score}/5</translation>
    </message>
    <message>
        <source>In their own words (may be left out)</source>
        <translation>顧客的原話（可不填）</translation>
    </message>
    <message>
        <source>It is a complaint: open a case</source>
        <translation>這是投訴：立案跟進</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Very bad: a case is opened</source>
        <translation>很不滿意：將立案跟進</translation>
    </message>
    <message>
        <source>Bad: a case is opened</source>
        <translation>不滿意：將立案跟進</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>非常滿意</translation>
    </message>
    <message>
        <source>No score chosen</source>
        <translation>未評分</translation>
    </message>
    <message>
        <source>Feedback kept. Thank them for it.</source>
        <translation>已記下，請向顧客道謝。</translation>
    </message>
    <message>
        <source>Feedback kept; case {number} is open.</source>
        <translation>已記下，並立案 {number} 號。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>worth {amount}</source>
        <translation>可折抵 {amount}</translation>
    </message>
    <message>
        <source>Spent in 12 months</source>
        <translation>12 個月消費</translation>
    </message>
    <message>
        <source>{amount} in all</source>
        <translation>累計 {amount}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>{points} are owed</source>
        <translation>欠 {points} 點</translation>
    </message>
    <message>
        <source>{points} expire after {date}</source>
        <translation>{date} 後到期 {points} 點</translation>
    </message>
    <message>
        <source>{points} of them not usable yet</source>
        <translation>其中 {points} 點待生效</translation>
    </message>
    <message>
        <source>principal {principal} · bonus {bonus}</source>
        <translation>本金 {principal} · 贈 {bonus}</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
    <message>
        <source>{amount} a sale on average</source>
        <translation>平均每筆 {amount}</translation>
    </message>
    <message>
        <source>a day apart, 12-month mean</source>
        <translation>近 12 個月平均相距 1 天</translation>
    </message>
    <message>
        <source>{days} days apart, 12-month mean</source>
        <translation>近 12 個月平均相距 {days} 天</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Without the filter {words}</source>
        <translation>去掉篩選：{words}</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Find the sale</source>
        <translation>查找銷售</translation>
    </message>
    <message>
        <source>Scan the receipt, or type number, member, product or amount</source>
        <translation>掃收據，或輸入單號、會員、商品、金額</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>單號</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>非會員</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件數</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Down, then Enter chooses the sale</source>
        <translation>按 ↓ 再按 Enter 選單</translation>
    </message>
    <message>
        <source>Without a receipt</source>
        <translation>無收據</translation>
    </message>
    <message>
        <source>No sale like this. Choose other words, or scan the receipt.</source>
        <translation>沒有這樣的銷售。換個說法，或掃收據。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Regulars</source>
        <translation>歡迎使用常客</translation>
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
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Open the shop, the rest as it is</source>
        <translation>其餘預設，直接開店</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Making the demo shop</source>
        <translation>正在準備示範店</translation>
    </message>
    <message>
        <source>Is there a receipt printer? A test page shows what it can do; it may wait.</source>
        <translation>有收據印表機嗎？印一張測試頁就知道它能做什麼；也可以以後再設定。</translation>
    </message>
    <message>
        <source>Set up the printer</source>
        <translation>設定印表機</translation>
    </message>
</context>
<context>
    <name>FloatSheet</name>
    <message>
        <source>Open the drawer</source>
        <translation>開班</translation>
    </message>
    <message>
        <source>The drawer is not open yet. The sale goes on once it is.</source>
        <translation>尚未開班。開班後本單繼續收款。</translation>
    </message>
    <message>
        <source>Count what the day begins with.</source>
        <translation>清點今天開始時的備用金。</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>錢箱備用金</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開班</translation>
    </message>
    <message>
        <source>Type an amount; 0 for an empty drawer.</source>
        <translation>請填寫金額；空錢箱填 0。</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>anybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>always</source>
        <translation>隨時</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>as often as one likes</source>
        <translation>不限次數</translation>
    </message>
</context>
<context>
    <name>FollowUpPanel</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>無人接聽</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>沒有電話</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Note (may be left out)</source>
        <translation>備註（可不填）</translation>
    </message>
    <message>
        <source>Choose a follow-up in the list.</source>
        <translation>請在清單中選擇一筆回訪。</translation>
    </message>
</context>
<context>
    <name>ForecastPanel</name>
    <message>
        <source>No member has bought anything yet.</source>
        <translation>還沒有會員買過東西。</translation>
    </message>
    <message>
        <source>Not enough history yet. A forecast needs {least} members who bought on a second day and {weeks} weeks of sales; so far {back} did in {past} weeks.</source>
        <translation>歷史還不夠。預測至少要有 {least} 位換一天再來消費的會員和 {weeks} 週的流水；目前 {past} 週裡有 {back} 位。</translation>
    </message>
    <message>
        <source>Reckoned from each member&apos;s days with a purchase, by published models (BG/NBD, Gamma-Gamma); check-ins do not count. An estimate: right for many together, not for one.</source>
        <translation>按每位會員有消費的日子，用公開發表的模型（BG/NBD、Gamma-Gamma）推算，簽到不算。這是估計：看整體準，看個人不一定。</translation>
    </message>
    <message>
        <source>of {count} returning still come</source>
        <translation>回頭過的 {count} 位，還會來的</translation>
    </message>
    <message>
        <source>spent in the next 90 days</source>
        <translation>未來 90 天消費</translation>
    </message>
    <message>
        <source>Chances</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>How right such a forecast was here</source>
        <translation>這樣的預測在本店有多準</translation>
    </message>
    <message>
        <source>Members of whom the most is expected</source>
        <translation>預期消費最多的會員</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>{count} purchase days expected</source>
        <translation>預計消費 {count} 天</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>實際</translation>
    </message>
    <message>
        <source>Purchase days expected, and those that came</source>
        <translation>預測與實際的消費天數</translation>
    </message>
    <message>
        <source>Purchase days in 90</source>
        <translation>90 天內消費天數</translation>
    </message>
    <message>
        <source>Fitted to the past without its last {weeks} weeks, it expected {expected} purchase days in them; {came} came.</source>
        <translation>留出最近 {weeks} 週，只用之前的歷史推算：預測消費 {expected} 天，實際 {came} 天。</translation>
    </message>
    <message>
        <source>The past is too short to hold a part of it back and try the forecast.</source>
        <translation>歷史太短，還不能留出一段來檢驗預測。</translation>
    </message>
    <message>
        <source>purchase days in 90 days</source>
        <translation>未來 90 天消費天數</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Times they had come back before</source>
        <translation>此前回頭次數</translation>
    </message>
    <message>
        <source>Purchase days a member</source>
        <translation>人均消費天數</translation>
    </message>
    <message>
        <source>Most expected of</source>
        <translation>預期消費最多</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Still comes</source>
        <translation>還會來</translation>
    </message>
    <message>
        <source>Spent in 90 days</source>
        <translation>90 天消費</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
    <message>
        <source>How far off that is cannot be told. Do not plan by it.</source>
        <translation>期間無人消費，差多少無從說起，請勿據此規劃。</translation>
    </message>
    <message>
        <source>Close: within {off}. Rely on it for the shop as a whole.</source>
        <translation>很接近，相差 {off}：看全店可以信賴。</translation>
    </message>
    <message>
        <source>Fair: {off} off. Good for ranking, rough for planning.</source>
        <translation>尚可，相差 {off}：用來排序沒問題，做計畫要留餘地。</translation>
    </message>
    <message>
        <source>Rough: {off} off. Use it to rank members only.</source>
        <translation>較粗，相差 {off}：只用來給會員排序。</translation>
    </message>
</context>
<context>
    <name>GiftSheet</name>
    <message>
        <source>Gift card</source>
        <translation>禮物卡</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>有效期限至 {day}</translation>
    </message>
    <message>
        <source>To pay with it, scan it while paying.</source>
        <translation>要用它付款，請在收款時掃碼。</translation>
    </message>
    <message>
        <source>Why it is paid back in cash</source>
        <translation>退現金的原因</translation>
    </message>
    <message>
        <source>Pay {amount} back</source>
        <translation>退還 {amount}</translation>
    </message>
    <message>
        <source>Say why it is paid back; Esc leaves it as it is.</source>
        <translation>請填寫退還原因；按 Esc 則不退。</translation>
    </message>
</context>
<context>
    <name>GlanceView</name>
    <message>
        <source>Today at a glance</source>
        <translation>今日一覽</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>How this is counted</source>
        <translation>怎麼算的</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Sold by the hour</source>
        <translation>按小時銷售</translation>
    </message>
    <message>
        <source>Best products today</source>
        <translation>今日熱銷</translation>
    </message>
    <message>
        <source>Nothing has happened today. The first sale will be seen here.</source>
        <translation>今天還沒有動靜。第一筆銷售會顯示在這裡。</translation>
    </message>
    <message>
        <source>{day}, until {time} · beside {before} until the same time</source>
        <translation>{day} 至 {time} · 對比 {before} 同一時刻</translation>
    </message>
    <message>
        <source>Top-ups</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Money that members put into stored value: owed to them, not sold.</source>
        <translation>會員儲入的錢：是欠會員的，不算銷售。</translation>
    </message>
    <message>
        <source>Cash expected</source>
        <translation>應有現金</translation>
    </message>
    <message>
        <source>Top-ups {amount}</source>
        <translation>儲值 {amount}</translation>
    </message>
    <message>
        <source>Float, cash taken and paid in, less change, refunds, pay-outs and drops.</source>
        <translation>備用金加現金收入和投入，減找零、退款、支出和入庫。</translation>
    </message>
    <message>
        <source>Net sales</source>
        <translation>淨銷售額</translation>
    </message>
    <message>
        <source>Sales that were not voided, without tips, less what returns gave back today.</source>
        <translation>未作廢的銷售，不含小費，減去今天退的款。</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Finished sales of the trading day; voided ones do not count.</source>
        <translation>當日完成的銷售；作廢的不算。</translation>
    </message>
    <message>
        <source>Average basket</source>
        <translation>客單價</translation>
    </message>
    <message>
        <source>What was sold, parted by the number of sales.</source>
        <translation>銷售額除以筆數。</translation>
    </message>
    <message>
        <source>Members&apos; share</source>
        <translation>會員佔比</translation>
    </message>
    <message>
        <source>Part of the money that came from sales with a member.</source>
        <translation>會員銷售佔銷售額的比例。</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Returns made today, whenever the goods were sold; voids stand beside them.</source>
        <translation>今天辦理的退貨，不論何時售出；作廢另列。</translation>
    </message>
    <message>
        <source>New members</source>
        <translation>新會員</translation>
    </message>
    <message>
        <source>Members whose day of joining is today.</source>
        <translation>入會日期為今天的會員。</translation>
    </message>
    <message>
        <source>Points issued</source>
        <translation>發出點數</translation>
    </message>
    <message>
        <source>{points} spent</source>
        <translation>已用 {points}</translation>
    </message>
    <message>
        <source>Points that today&apos;s sales gave and took, less what returns put right.</source>
        <translation>今天銷售給出和用掉的點數，扣除退貨的調整。</translation>
    </message>
    <message>
        <source>{returns} returns, {voids} voids</source>
        <translation>退貨 {returns} 筆，作廢 {voids} 筆</translation>
    </message>
    <message>
        <source>{value} last week</source>
        <translation>上週 {value}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{hour}:00: {amount}, last week {before}</source>
        <translation>{hour} 時：{amount}，上週 {before}</translation>
    </message>
    <message>
        <source>Nothing sold yet.</source>
        <translation>還沒有銷售。</translation>
    </message>
</context>
<context>
    <name>GoodsSheets</name>
    <message>
        <source>Save labels</source>
        <translation>儲存標籤</translation>
    </message>
    <message>
        <source>Labels saved in {file}: {count}</source>
        <translation>標籤已存入 {file}：{count} 張</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Labels sent to the printer: {count}</source>
        <translation>已送去列印的標籤：{count}</translation>
    </message>
    <message>
        <source>without a barcode: {count}</source>
        <translation>其中 {count} 種沒有條碼</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Champions</source>
        <translation>核心常客</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠實會員</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>潛力會員</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新會員</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>正在變淡</translation>
    </message>
    <message>
        <source>Drowsy</source>
        <translation>漸漸冷淡</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失風險</translation>
    </message>
    <message>
        <source>Cannot lose</source>
        <translation>不能失去</translation>
    </message>
    <message>
        <source>Hibernating</source>
        <translation>沉睡</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已流失</translation>
    </message>
    <message>
        <source>Often, large baskets</source>
        <translation>常來，客單高</translation>
    </message>
    <message>
        <source>Often, small baskets</source>
        <translation>常來，客單低</translation>
    </message>
    <message>
        <source>Seldom, large baskets</source>
        <translation>少來，客單高</translation>
    </message>
    <message>
        <source>Seldom, small baskets</source>
        <translation>少來，客單低</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活躍</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>沉默</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>They come often and came just now: thank them by name.</source>
        <translation>常來，剛來過：叫得出名字，說聲謝謝。</translation>
    </message>
    <message>
        <source>They come often: offer the next tier, a pass or a plan.</source>
        <translation>常來：可以推薦升級、次卡或會員方案。</translation>
    </message>
    <message>
        <source>They came lately, not often yet: give a reason to return.</source>
        <translation>最近來過，還不常來：給一個再來的理由。</translation>
    </message>
    <message>
        <source>First seen just now: make the second visit easy.</source>
        <translation>第一次來：讓第二次來得輕鬆。</translation>
    </message>
    <message>
        <source>They come less than they did: a small reminder works now.</source>
        <translation>來得比以前少了：現在輕輕提醒最管用。</translation>
    </message>
    <message>
        <source>Seldom here, and not lately: a seasonal hello is enough.</source>
        <translation>本來就少來，最近也沒來：節日問候一下就夠了。</translation>
    </message>
    <message>
        <source>They came often, not lately: ask why, offer what they like.</source>
        <translation>以前常來，最近沒來：問問原因，推薦他喜歡的。</translation>
    </message>
    <message>
        <source>They were among the best, long away: call in person.</source>
        <translation>曾是最好的會員，很久沒來：店主親自打個電話。</translation>
    </message>
    <message>
        <source>Seldom and long ago: one cheap message, no more.</source>
        <translation>來得少又很久以前：發一條訊息就好。</translation>
    </message>
    <message>
        <source>Once, and long ago: spend nothing here.</source>
        <translation>只來過一兩次，很久以前：不必再花錢。</translation>
    </message>
    <message>
        <source>The heart of the shop: keep them, know them by name.</source>
        <translation>本店的根本：留住他們，記住名字。</translation>
    </message>
    <message>
        <source>They are here anyway: suggest one thing more, a set, a refill.</source>
        <translation>反正常來：多推薦一樣，套餐或續杯都好。</translation>
    </message>
    <message>
        <source>They trust you with much: give reasons to come in between.</source>
        <translation>一次買得多，是信任：給他們中間再來的理由。</translation>
    </message>
    <message>
        <source>They try you out: one good first offer, then leave them be.</source>
        <translation>還在試試看：給一次好的優惠，然後別打擾。</translation>
    </message>
    <message>
        <source>Welcome them and make the second visit easy: it decides most.</source>
        <translation>歡迎他們，讓第二次來得輕鬆：成敗多在第二次。</translation>
    </message>
    <message>
        <source>They come in their rhythm: serve well, disturb little.</source>
        <translation>按自己的節奏來：服務好，少打擾。</translation>
    </message>
    <message>
        <source>Longer away than is usual for them: a friendly word works now.</source>
        <translation>比他平時久沒來了：現在問候一聲最管用。</translation>
    </message>
    <message>
        <source>Far longer away than usual: one good reason, then let go.</source>
        <translation>遠比平時久：給一個好理由，不來就放下。</translation>
    </message>
    <message>
        <source>They had been lost and came again: ask what brought them.</source>
        <translation>流失後又回來了：問問是什麼讓他回來的。</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>How to look at the members</source>
        <translation>看會員的角度</translation>
    </message>
    <message>
        <source>Own limits…</source>
        <translation>自訂界限…</translation>
    </message>
    <message>
        <source>Stopped before everything was reckoned.</source>
        <translation>還沒算完就停了。</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>RFM</source>
        <translation>消費價值 RFM</translation>
    </message>
    <message>
        <source>Four quadrants</source>
        <translation>四象限</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>生命階段</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>會員構成</translation>
    </message>
</context>
<context>
    <name>Handing</name>
    <message>
        <source>{count} coupons</source>
        <translation>{count} 張券</translation>
    </message>
    <message>
        <source>Can be used</source>
        <translation>可使用</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已過期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已作廢</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>券碼</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期限至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員數</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>By</source>
        <translation>經手人</translation>
    </message>
</context>
<context>
    <name>HandingSheet</name>
    <message>
        <source>Coupons</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>Gifts to many</source>
        <translation>批次贈送</translation>
    </message>
    <message>
        <source>Coupons and gifts</source>
        <translation>發券與贈送</translation>
    </message>
    <message>
        <source>What is handed out</source>
        <translation>發放什麼</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>張數</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>備註（可不填）</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Coupons issued last</source>
        <translation>最近發出的優惠券</translation>
    </message>
    <message>
        <source>What each gets</source>
        <translation>每人得到什麼</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>商店餘額</translation>
    </message>
    <message>
        <source>A coupon</source>
        <translation>一張優惠券</translation>
    </message>
    <message>
        <source>To</source>
        <translation>送給</translation>
    </message>
    <message>
        <source>Reason, as members read it</source>
        <translation>原因（會員會看到）</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>贈送</translation>
    </message>
    <message>
        <source>Gifts so far</source>
        <translation>贈送紀錄</translation>
    </message>
    <message>
        <source>Reason for taking back</source>
        <translation>收回原因</translation>
    </message>
    <message>
        <source>{members} members, {total} in all</source>
        <translation>{members} 位會員，共 {total}</translation>
    </message>
    <message>
        <source>{count} coupons written to {file}. Print at 100% and cut them.</source>
        <translation>{count} 張券已存為 {file}。請以 100% 列印後裁開。</translation>
    </message>
    <message>
        <source>Given to {count} members</source>
        <translation>已送給 {count} 位會員</translation>
    </message>
    <message>
        <source>Taken back from {count} members, as far as they still had it</source>
        <translation>已從 {count} 位會員收回（以尚未用掉的為限）</translation>
    </message>
    <message>
        <source>Coupon {code} is worth nothing any more</source>
        <translation>券 {code} 已作廢</translation>
    </message>
    <message>
        <source>Print coupons</source>
        <translation>列印優惠券</translation>
    </message>
    <message>
        <source>Say why: it stands on each member&apos;s statement.</source>
        <translation>請填寫原因：會印在每位會員的對帳單上。</translation>
    </message>
    <message>
        <source>Giving</source>
        <translation>正在贈送</translation>
    </message>
    <message>
        <source>Mark the row to take back first.</source>
        <translation>請先選取要收回的一列。</translation>
    </message>
    <message>
        <source>Say why it is taken back.</source>
        <translation>請填寫收回原因。</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在收回</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>The scheme in force has no coupons. Add one under “Coupons” in its rules.</source>
        <translation>目前方案裡沒有優惠券，請在規則的「優惠券」中新增。</translation>
    </message>
    <message>
        <source>Points each</source>
        <translation>每人點數</translation>
    </message>
    <message>
        <source>Amount each</source>
        <translation>每人金額</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>所有會員</translation>
    </message>
</context>
<context>
    <name>HeldSheet</name>
    <message>
        <source>Held sales</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>Enter or its number recalls, Delete discards</source>
        <translation>按 Enter 或序號取單，Delete 刪除</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>訂金</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Member or note</source>
        <translation>會員或備註</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件數</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>無會員</translation>
    </message>
</context>
<context>
    <name>HintStrip</name>
    <message>
        <source>Taken</source>
        <translation>採納</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>撤回回答</translation>
    </message>
    <message>
        <source>The other hint</source>
        <translation>另一則提示</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>With {beside}: {name}</source>
        <translation>{beside} 常搭配 {name}</translation>
    </message>
    <message>
        <source>Follow up: {name}</source>
        <translation>待跟進：{name}</translation>
    </message>
    <message>
        <source>Due again: {name}</source>
        <translation>該再買了：{name}</translation>
    </message>
    <message>
        <source>Due again: {name}, every {days} days</source>
        <translation>該再買了：{name}，每 {days} 天</translation>
    </message>
    <message>
        <source>{name}&apos;s birthday was these days</source>
        <translation>{name} 的生日剛過</translation>
    </message>
    <message>
        <source>Birthday was these days: wish them well</source>
        <translation>生日剛過，補一句祝福</translation>
    </message>
    <message>
        <source>{name}&apos;s birthday is today</source>
        <translation>今天是 {name} 的生日</translation>
    </message>
    <message>
        <source>Birthday today: wish them well</source>
        <translation>今天生日，說聲生日快樂</translation>
    </message>
    <message>
        <source>{name}&apos;s birthday on {day}</source>
        <translation>{name} 的生日是 {day}</translation>
    </message>
    <message>
        <source>Birthday on {day}: wish them well</source>
        <translation>{day} 生日，提前祝福</translation>
    </message>
    <message>
        <source>Bonus {amount}</source>
        <translation>贈金 {amount}</translation>
    </message>
    <message>
        <source>{name}, {uses} left</source>
        <translation>{name}，剩 {uses} 次</translation>
    </message>
    <message>
        <source>Last day today: {what}</source>
        <translation>今天到期：{what}</translation>
    </message>
    <message>
        <source>Until {day}: {what}</source>
        <translation>{day} 到期：{what}</translation>
    </message>
    <message>
        <source>A follow-up promised</source>
        <translation>有承諾待跟進</translation>
    </message>
    <message>
        <source>A benefit about to lapse</source>
        <translation>權益即將到期</translation>
    </message>
    <message>
        <source>A birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Due again</source>
        <translation>該再買了</translation>
    </message>
    <message>
        <source>Often bought together</source>
        <translation>常一起買</translation>
    </message>
</context>
<context>
    <name>HintsPage</name>
    <message>
        <source>Hints at the till</source>
        <translation>收銀台提示</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>時間範圍</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>What came of each hint</source>
        <translation>各類提示的結果</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>提示哪些</translation>
    </message>
    <message>
        <source>At most two a visit, what the shop owes the member first. What was said rests for days, longest after a no; the customer display shows none of it.</source>
        <translation>每次到店最多兩條，先提示店裡欠會員的。說過的會歇幾天，被回絕的歇得最久；顧客螢幕上一概不顯示。</translation>
    </message>
    <message>
        <source>Show hints below the member at the till</source>
        <translation>收銀時在會員下方顯示提示</translation>
    </message>
    <message>
        <source>Taken: the clerk said so. By itself: what was named lay in the same sale, whoever put it there. Right: either of the two, of the visits that ended with a sale.</source>
        <translation>採納：店員標記。自然成交：提示的商品出現在同一單裡，不論誰放的。命中：兩者之一，占有成交的到店次數。</translation>
    </message>
    <message>
        <source>Best-seller: how many of the very same baskets held what sells best. Nobody offered it there, so this is what a guess without knowing anybody is worth.</source>
        <translation>暢銷品：同樣這些單裡有多少含最暢銷的商品。那裡沒有人推薦它，所以這就是「不認識顧客、只猜暢銷品」的水準。</translation>
    </message>
    <message>
        <source>What sells best now: {name}.</source>
        <translation>目前最暢銷：{name}。</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>採納</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自然成交</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Of shown</source>
        <translation>占顯示</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Best-seller</source>
        <translation>暢銷品</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>Stock history</source>
        <translation>庫存流水</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>庫存變動</translation>
    </message>
    <message>
        <source>Nothing was booked yet.</source>
        <translation>還沒有庫存變動。</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>進貨</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盤點</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>報損</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>庫存</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>經手人</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>History</source>
        <translation>往來紀錄</translation>
    </message>
    <message>
        <source>Nothing yet. The first sale or check-in shows here.</source>
        <translation>尚無紀錄。第一筆消費或簽到會顯示在這裡。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>餘額</translation>
    </message>
</context>
<context>
    <name>Holdings</name>
    <message>
        <source>Paid plan</source>
        <translation>付費會員</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Counted benefits</source>
        <translation>計次權益</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>Partner cards</source>
        <translation>聯名卡</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>徽章</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>權益</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>訂金</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>賒帳</translation>
    </message>
    <message>
        <source>Bought {amount}</source>
        <translation>賒購 {amount}</translation>
    </message>
    <message>
        <source>Repaid {amount}</source>
        <translation>還款 {amount}</translation>
    </message>
    <message>
        <source>Taken back {amount}</source>
        <translation>退貨沖減 {amount}</translation>
    </message>
    <message>
        <source>Written off {amount}</source>
        <translation>核銷 {amount}</translation>
    </message>
    <message>
        <source>Moved {amount}</source>
        <translation>調整 {amount}</translation>
    </message>
    <message>
        <source>Owes {amount}</source>
        <translation>欠款 {amount}</translation>
    </message>
    <message>
        <source>Nothing is sold to them on account</source>
        <translation>不可賒帳</translation>
    </message>
    <message>
        <source>May owe up to {amount}</source>
        <translation>最多可賒 {amount}</translation>
    </message>
    <message>
        <source>Coupons to use: {coupons} · passes: {passes}</source>
        <translation>可用券 {coupons} · 次卡 {passes}</translation>
    </message>
    <message>
        <source>{code} · from {since}</source>
        <translation>{code} · {since} 起</translation>
    </message>
    <message>
        <source>{code} · {since} to {until}</source>
        <translation>{code} · {since} 至 {until}</translation>
    </message>
    <message>
        <source>given on {since}</source>
        <translation>{since} 獲得</translation>
    </message>
    <message>
        <source>until {until}</source>
        <translation>至 {until}</translation>
    </message>
    <message>
        <source>{left} of {all} left</source>
        <translation>剩 {left} / {all}</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Cancel plan</source>
        <translation>退訂</translation>
    </message>
    <message>
        <source>Use one</source>
        <translation>用一次</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Has this card</source>
        <translation>持有此卡</translation>
    </message>
    <message>
        <source>Has it no longer</source>
        <translation>不再持有</translation>
    </message>
    <message>
        <source>Set limit</source>
        <translation>設定額度</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>核銷</translation>
    </message>
    <message>
        <source>To be used</source>
        <translation>待使用</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已過期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已作廢</translation>
    </message>
    <message>
        <source>Free trial</source>
        <translation>免費試用</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已退訂</translation>
    </message>
    <message>
        <source>Has it</source>
        <translation>持有</translation>
    </message>
</context>
<context>
    <name>HoldingsPanel</name>
    <message>
        <source>Issue a coupon</source>
        <translation>發券</translation>
    </message>
    <message>
        <source>Sell a pass</source>
        <translation>賣次卡</translation>
    </message>
    <message>
        <source>Paid plan</source>
        <translation>付費會員</translation>
    </message>
    <message>
        <source>Coupons, passes and benefits</source>
        <translation>優惠券、次卡與權益</translation>
    </message>
    <message>
        <source>Nothing yet. Issue a coupon or sell a pass above.</source>
        <translation>還沒有。可用上面的按鈕發券或賣次卡。</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Another file…</source>
        <translation>改選檔案…</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>正在讀取檔案</translation>
    </message>
    <message>
        <source>Checking every row</source>
        <translation>正在檢查每一列</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在匯入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>檢查資料</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>匯入 {count} 列</translation>
    </message>
    <message>
        <source>Import 1 row</source>
        <translation>匯入 1 列</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Write the rows that cannot be taken</source>
        <translation>匯出無法匯入的列</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import members</source>
        <translation>匯入會員</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>匯入商品</translation>
    </message>
    <message>
        <source>Import sales</source>
        <translation>匯入銷售</translation>
    </message>
    <message>
        <source>Import a count</source>
        <translation>匯入盤點</translation>
    </message>
    <message>
        <source>member number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>name of the product</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-8 (from Excel)</source>
        <translation>UTF-8（Excel 匯出）</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>GB18030 (Simplified Chinese)</source>
        <translation>GB18030（簡體中文）</translation>
    </message>
    <message>
        <source>Big5 (Traditional Chinese)</source>
        <translation>Big5（繁體中文）</translation>
    </message>
    <message>
        <source>Big5 (Hong Kong)</source>
        <translation>Big5（香港）</translation>
    </message>
    <message>
        <source>Western European</source>
        <translation>西歐字元</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗號</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分號</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>定位字元（Tab）</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>直線</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>空白</translation>
    </message>
</context>
<context>
    <name>InFront</name>
    <message>
        <source>Nobody in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>主頁</translation>
    </message>
    <message>
        <source>Open the member&apos;s page</source>
        <translation>打開會員主頁</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟進人</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>跟進記錄</translation>
    </message>
</context>
<context>
    <name>InsightScreen</name>
    <message>
        <source>Pages of insight</source>
        <translation>洞察的各頁</translation>
    </message>
</context>
<context>
    <name>InsightTabs</name>
    <message>
        <source>Groups</source>
        <translation>分層</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Compass</source>
        <translation>羅盤</translation>
    </message>
</context>
<context>
    <name>InvoiceList</name>
    <message>
        <source>Invoices to issue</source>
        <translation>待開發票</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Enter opens one, to mark it as issued.</source>
        <translation>按 Enter 開啟一筆，開立後填寫號碼。</translation>
    </message>
    <message>
        <source>No invoice is waiting.</source>
        <translation>沒有待開的發票。</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>銷售時間</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>抬頭</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>稅號</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
</context>
<context>
    <name>InvoiceSheet</name>
    <message>
        <source>Invoice</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Mark as issued</source>
        <translation>標記為已開</translation>
    </message>
    <message>
        <source>Ask for the invoice</source>
        <translation>登記開票</translation>
    </message>
    <message>
        <source>Title: a company or a person</source>
        <translation>發票抬頭：公司或個人</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>稅號</translation>
    </message>
    <message>
        <source>Empty for a person</source>
        <translation>個人可不填</translation>
    </message>
    <message>
        <source>Number of the invoice, once issued</source>
        <translation>開立後的發票號碼</translation>
    </message>
    <message>
        <source>Keep both on the member</source>
        <translation>儲存到會員資料</translation>
    </message>
    <message>
        <source>No invoice</source>
        <translation>不開發票</translation>
    </message>
    <message>
        <source>Asked for, not issued yet</source>
        <translation>已登記，尚未開立</translation>
    </message>
    <message>
        <source>Issued: {number}</source>
        <translation>已開：{number}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The tax number is of an older form: compare it once more.</source>
        <translation>稅號是舊格式，請再核對一遍。</translation>
    </message>
</context>
<context>
    <name>Invoicing</name>
    <message>
        <source>The invoice of {number} is asked for</source>
        <translation>{number} 已登記開票</translation>
    </message>
    <message>
        <source>The invoice of {number} is issued</source>
        <translation>{number} 的發票已開立</translation>
    </message>
    <message>
        <source>No invoice for {number}</source>
        <translation>{number} 不開發票</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>no key</source>
        <translation>無按鍵</translation>
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
        <translation>不論游標在哪裡，都能掃描。</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>請按新的按鍵</translation>
    </message>
    <message>
        <source>A function key, a sign such as * or −, or a key with Ctrl.</source>
        <translation>功能鍵、* 或 − 等符號鍵，或 Ctrl 組合鍵。</translation>
    </message>
    <message>
        <source>Use only this key</source>
        <translation>只用這個鍵</translation>
    </message>
    <message>
        <source>Add this key</source>
        <translation>加上這個鍵</translation>
    </message>
    <message>
        <source>As in the keymap</source>
        <translation>依按鍵配置</translation>
    </message>
    <message>
        <source>This key types or moves; choose another one.</source>
        <translation>這個鍵用於輸入或移動，請改選其他鍵。</translation>
    </message>
    <message>
        <source>{key} is the key of &quot;{action}&quot;, which then loses it.</source>
        <translation>{key} 目前是「{action}」的按鍵，變更後它將失去此鍵。</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>這個鍵未被使用。</translation>
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
        <translation>掛單</translation>
    </message>
    <message>
        <source>Recall a held cart</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>Spend points</source>
        <translation>使用點數</translation>
    </message>
    <message>
        <source>Rewards, coupons, passes</source>
        <translation>兌換、優惠券、次卡</translation>
    </message>
    <message>
        <source>Top up, sell a pass</source>
        <translation>儲值、賣次卡</translation>
    </message>
    <message>
        <source>Take a deposit</source>
        <translation>收訂金</translation>
    </message>
    <message>
        <source>Open deposits</source>
        <translation>未結訂金</translation>
    </message>
    <message>
        <source>Who owes</source>
        <translation>賒帳欠款</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Void the last sale</source>
        <translation>作廢上一單</translation>
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
        <translation>手動輸入商品</translation>
    </message>
    <message>
        <source>Hint: taken</source>
        <translation>提示：採納</translation>
    </message>
    <message>
        <source>Hint: no</source>
        <translation>提示：不要</translation>
    </message>
    <message>
        <source>Who serves</source>
        <translation>由誰服務</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>刪除此項</translation>
    </message>
    <message>
        <source>Empty the cart</source>
        <translation>清空購物車</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>意見回饋</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>禮品收據</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>交班日結</translation>
    </message>
    <message>
        <source>Book stock</source>
        <translation>庫存登記</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>列印標籤</translation>
    </message>
    <message>
        <source>Move the tile up</source>
        <translation>商品按鈕前移</translation>
    </message>
    <message>
        <source>Move the tile down</source>
        <translation>商品按鈕後移</translation>
    </message>
    <message>
        <source>Prints that wait</source>
        <translation>等待列印的單據</translation>
    </message>
    <message>
        <source>Scan by camera</source>
        <translation>用攝影機掃碼</translation>
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
        <source>Change this one</source>
        <translation>修改目前項目</translation>
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
        <source>Today at a glance</source>
        <translation>今日一覽</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一個分頁</translation>
    </message>
    <message>
        <source>Tab before</source>
        <translation>上一個分頁</translation>
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
        <source>Insight</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>關懷</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Lock or change person</source>
        <translation>鎖定或換人</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>行銷</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>LabelSheet</name>
    <message>
        <source>All in the list ({count})</source>
        <translation>列表全部（{count}）</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>For</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>哪些商品</translation>
    </message>
    <message>
        <source>Kind of label</source>
        <translation>標籤種類</translation>
    </message>
    <message>
        <source>Barcode labels</source>
        <translation>條碼標籤</translation>
    </message>
    <message>
        <source>Shelf prices</source>
        <translation>貨架價籤</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>標籤紙</translation>
    </message>
    <message>
        <source>Copies of each</source>
        <translation>每種份數</translation>
    </message>
    <message>
        <source>First free place</source>
        <translation>從第幾張起</translation>
    </message>
    <message>
        <source>Give what has no barcode a code of our own</source>
        <translation>沒有條碼的商品分配店內碼</translation>
    </message>
    <message>
        <source>On</source>
        <translation>列印到</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>標籤印表機</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>Print the PDF at 100%, without fitting it to the page.</source>
        <translation>列印 PDF 時請選 100%，不要「符合頁面大小」。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>A4, 24 labels of 70 × 37 mm</source>
        <translation>A4，24 張 70 × 37 公釐</translation>
    </message>
    <message>
        <source>A4, 65 labels of 38 × 21 mm</source>
        <translation>A4，65 張 38 × 21 公釐</translation>
    </message>
    <message>
        <source>Roll, 40 × 30 mm</source>
        <translation>捲紙，40 × 30 公釐</translation>
    </message>
    <message>
        <source>Roll, 60 × 40 mm</source>
        <translation>捲紙，60 × 40 公釐</translation>
    </message>
    <message>
        <source>Type how many copies, from 1 to 1,000.</source>
        <translation>請輸入份數，1 到 1,000。</translation>
    </message>
    <message>
        <source>Type a place from 1 to {last}.</source>
        <translation>請輸入 1 到 {last} 之間的位置。</translation>
    </message>
</context>
<context>
    <name>LaidList</name>
    <message>
        <source>Rewards and coupons on the cart</source>
        <translation>購物車上的兌換與優惠券</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>取下 {name}</translation>
    </message>
</context>
<context>
    <name>Lapses</name>
    <message>
        <source>Points by the last day they can be used</source>
        <translation>點數按到期日</translation>
    </message>
    <message>
        <source>None of the points lapse.</source>
        <translation>點數不會過期。</translation>
    </message>
    <message>
        <source>{points} more never lapse.</source>
        <translation>另有 {points} 點不會過期。</translation>
    </message>
</context>
<context>
    <name>LaterSheet</name>
    <message>
        <source>Later</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>In 3 days</source>
        <translation>3 天後</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一週後</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>30 天後</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>改到哪一天</translation>
    </message>
    <message>
        <source>Such as 2026-12-01, 12-01, or +7 for in seven days</source>
        <translation>例如 2026-12-01、12-01，或 +7 表示七天後</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Type a day after today, such as 12-01 or +7.</source>
        <translation>請輸入今天以後的日期，例如 12-01 或 +7。</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>Leave without using the changes?</source>
        <translation>不啟用修改就離開？</translation>
    </message>
    <message>
        <source>The rules you changed are not in use yet, and will be lost.</source>
        <translation>改過的規則尚未啟用，離開後會遺失。</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>放棄修改</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>繼續編輯</translation>
    </message>
</context>
<context>
    <name>LeftOutSheet</name>
    <message>
        <source>{count} members</source>
        <translation>{count} 名會員</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>The first {shown} by number; all of them go to a file once it started.</source>
        <translation>按會員編號列出前 {shown} 名；啟動後可匯出全部。</translation>
    </message>
</context>
<context>
    <name>LimitsControl</name>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Take the condition away</source>
        <translation>去掉這個條件</translation>
    </message>
    <message>
        <source>Product, barcode or category</source>
        <translation>商品、條碼或分類</translation>
    </message>
    <message>
        <source>Not {field}</source>
        <translation>不是：{field}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>How {field} is compared</source>
        <translation>{field}的比較方式</translation>
    </message>
    <message>
        <source>Value of {field}</source>
        <translation>{field}的值</translation>
    </message>
    <message>
        <source>Days of {field}</source>
        <translation>{field}的天數</translation>
    </message>
    <message>
        <source>Take away the condition {field}</source>
        <translation>去掉條件：{field}</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 點</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 點</translation>
    </message>
</context>
<context>
    <name>LockSheet</name>
    <message>
        <source>Who is at the till?</source>
        <translation>誰在收銀？</translation>
    </message>
    <message>
        <source>Choose yourself and enter your PIN. The cart is kept as it is.</source>
        <translation>請選擇自己並輸入密碼，購物車原樣保留。</translation>
    </message>
    <message>
        <source>Choose who sells from now on. The cart is kept as it is.</source>
        <translation>請選擇接下來由誰收銀，購物車原樣保留。</translation>
    </message>
</context>
<context>
    <name>LogoControl</name>
    <message>
        <source>Choose a picture…</source>
        <translation>選擇圖片…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 1 MB. A square or wide picture on white prints best.</source>
        <translation>PNG 或 JPEG，不超過 1 MB。白底的方形或橫向圖片列印最清楚。</translation>
    </message>
    <message>
        <source>Choose the shop&apos;s logo</source>
        <translation>選擇店家標誌</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>圖片 (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>LoyaltyScreen</name>
    <message>
        <source>Loyalty schemes</source>
        <translation>選一套會員方案</translation>
    </message>
    <message>
        <source>Coupons and gifts</source>
        <translation>發券與贈送</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>“{title}” comes into force on {day}.</source>
        <translation>「{title}」將於 {day} 啟用。</translation>
    </message>
    <message>
        <source>“{title}” is in force.</source>
        <translation>「{title}」已啟用。</translation>
    </message>
    <message>
        <source>Lifting members</source>
        <translation>正在升級會員</translation>
    </message>
    <message>
        <source>Members lifted: {count}</source>
        <translation>已升級會員：{count}</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>已寫入 {file}。</translation>
    </message>
    <message>
        <source>CSV, for any program (*.csv)</source>
        <translation>CSV，任何軟體可用 (*.csv)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the months</source>
        <translation>儲存每月資料</translation>
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
    <name>MatchPage</name>
    <message>
        <source>Character set</source>
        <translation>字元編碼</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>欄分隔符號</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation>日期格式</translation>
    </message>
    <message>
        <source>Which column is which</source>
        <translation>欄位對應</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>第一列是欄名</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>檔案中沒有</translation>
    </message>
    <message>
        <source>Add members the shop does not know yet</source>
        <translation>店內沒有的會員，一併新增</translation>
    </message>
    <message>
        <source>Change what is in the shop already and differs</source>
        <translation>店內已有但內容不同的，依檔案更新</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動判斷</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>Choose the column of: {fields}</source>
        <translation>請選擇對應的欄：{fields}</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>檔案的前幾列</translation>
    </message>
</context>
<context>
    <name>MemberHeader</name>
    <message>
        <source>No. {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>Hide the phone</source>
        <translation>隱藏手機號碼</translation>
    </message>
    <message>
        <source>Show the phone</source>
        <translation>顯示手機號碼</translation>
    </message>
    <message>
        <source>merged into {name}, No. {number}</source>
        <translation>已併入 {name}，會員編號 {number}</translation>
    </message>
    <message>
        <source>joined {date}</source>
        <translation>{date} 入會</translation>
    </message>
    <message>
        <source>merged with {name}, No. {number}</source>
        <translation>已與 {name} 合併（會員編號 {number}）</translation>
    </message>
    <message>
        <source>brought by {name}, No. {number}</source>
        <translation>由 {name}（會員編號 {number}）推薦</translation>
    </message>
    <message>
        <source>by {source}</source>
        <translation>來源 {source}</translation>
    </message>
    <message>
        <source>adviser {name}</source>
        <translation>顧問 {name}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Adjust points…</source>
        <translation>調整點數…</translation>
    </message>
    <message>
        <source>Issue a coupon…</source>
        <translation>發優惠券…</translation>
    </message>
    <message>
        <source>Hand out a reward…</source>
        <translation>兌換獎勵…</translation>
    </message>
    <message>
        <source>Statement as PDF…</source>
        <translation>對帳單 PDF…</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解除凍結</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>從封存還原</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>開啟 {name}</translation>
    </message>
    <message>
        <source>Merge with another member…</source>
        <translation>與另一位會員合併…</translation>
    </message>
    <message>
        <source>Undo the merge with {name}…</source>
        <translation>復原與 {name} 的合併…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回清單</translation>
    </message>
    <message>
        <source>Print card</source>
        <translation>列印會員卡</translation>
    </message>
    <message>
        <source>Save card</source>
        <translation>儲存會員卡</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>簽到</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>To cashier</source>
        <translation>前往結帳</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Any tag</source>
        <translation>全部標籤</translation>
    </message>
    <message>
        <source>Name, phone, number or card</source>
        <translation>姓名、手機號碼、會員編號或卡號</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>整理資料</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新增會員</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已凍結</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Last visit first</source>
        <translation>最近到店在前</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>依姓名</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>依會員編號</translation>
    </message>
    <message>
        <source>Most points first</source>
        <translation>點數由高到低</translation>
    </message>
    <message>
        <source>Most spent first</source>
        <translation>消費由高到低</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已選 {count} 位</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 位會員</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} 位會員</translation>
    </message>
    <message>
        <source>No members yet.</source>
        <translation>尚無會員。</translation>
    </message>
    <message>
        <source>Nobody answers to &quot;{text}&quot;.</source>
        <translation>找不到「{text}」。</translation>
    </message>
    <message>
        <source>Enrol as a new member</source>
        <translation>新增會員</translation>
    </message>
    <message>
        <source>Nobody fits. Take a filter away.</source>
        <translation>沒有符合的會員，請移除一個篩選條件。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店次數</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消費額</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
</context>
<context>
    <name>MemberPage</name>
    <message>
        <source>Parts of the page</source>
        <translation>頁面內容</translation>
    </message>
    <message>
        <source>History</source>
        <translation>往來紀錄</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Coupons &amp; passes</source>
        <translation>券與次卡</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Details &amp; consent</source>
        <translation>資料與同意</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>關懷</translation>
    </message>
    <message>
        <source>Adjust points</source>
        <translation>調整點數</translation>
    </message>
    <message>
        <source>Statement as PDF</source>
        <translation>對帳單 PDF</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Stored value {amount}</source>
        <translation>儲值 {amount}</translation>
    </message>
    <message>
        <source>Visit {count}</source>
        <translation>到店 {count} 次</translation>
    </message>
    <message>
        <source>likes {product}</source>
        <translation>常買 {product}</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>兌換用券</translation>
    </message>
    <message>
        <source>Owes {amount}</source>
        <translation>欠款 {amount}</translation>
    </message>
    <message>
        <source>Deposit {amount}</source>
        <translation>訂金 {amount}</translation>
    </message>
    <message>
        <source>+{points} from {day}</source>
        <translation>+{points} 自 {day} 起可用</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>今天生日</translation>
    </message>
    <message>
        <source>Birthday tomorrow</source>
        <translation>明天生日</translation>
    </message>
    <message>
        <source>Birthday in {days} days</source>
        <translation>{days} 天後生日</translation>
    </message>
    <message>
        <source>Scan a card or type a phone number</source>
        <translation>掃描會員卡，或輸入手機號碼</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Take the member off</source>
        <translation>取消會員</translation>
    </message>
</context>
<context>
    <name>MemberSide</name>
    <message>
        <source>Points by expiry date</source>
        <translation>點數到期分布</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Spending by month</source>
        <translation>每月消費</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Often buys {products}</source>
        <translation>常買：{products}</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家人</translation>
    </message>
</context>
<context>
    <name>MemberValue</name>
    <message>
        <source>Adjust points</source>
        <translation>調整點數</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>調整</translation>
    </message>
    <message>
        <source>Issue a coupon</source>
        <translation>發券</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>發出</translation>
    </message>
    <message>
        <source>{name} · {points} points</source>
        <translation>{name} · {points} 點</translation>
    </message>
    <message>
        <source>Hand out a reward</source>
        <translation>兌換獎勵</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>兌換</translation>
    </message>
    <message>
        <source>Code on the voucher, if it has one</source>
        <translation>券上的號碼（如有）</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登記</translation>
    </message>
    <message>
        <source>Number on the card (may be left out)</source>
        <translation>卡號（可不填）</translation>
    </message>
    <message>
        <source>Revoke this coupon</source>
        <translation>作廢這張券</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>{amount} is paid back for the uses that are left. Uses {before} → 0.</source>
        <translation>按剩餘次數退還 {amount}。次數 {before} → 0。</translation>
    </message>
    <message>
        <source>Pay the pass back</source>
        <translation>退次卡</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>{amount} is paid back. The benefits last to {date}.</source>
        <translation>退 {amount}。權益到 {date}。</translation>
    </message>
    <message>
        <source>{paid} of principal is paid out; {bonus} of bonus becomes void. Stored value {before} → {after}.</source>
        <translation>退本金 {paid}，贈金 {bonus} 作廢。儲值 {before} → {after}。</translation>
    </message>
    <message>
        <source>Limit on account</source>
        <translation>賒帳額度</translation>
    </message>
    <message>
        <source>Set limit</source>
        <translation>設定額度</translation>
    </message>
    <message>
        <source>How much they may owe; left out: what the shop allows all</source>
        <translation>最多可欠多少；不填則按店舖通用額度</translation>
    </message>
    <message>
        <source>Write off what is owed</source>
        <translation>核銷欠款</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>核銷</translation>
    </message>
    <message>
        <source>{amount} will not be asked for again.</source>
        <translation>{amount} 以後不再催收。</translation>
    </message>
    <message>
        <source>The reward not yet spent is lost.</source>
        <translation>未使用的返利將作廢。</translation>
    </message>
    <message>
        <source>Cancel the plan</source>
        <translation>退訂付費會員</translation>
    </message>
    <message>
        <source>Pay the wallet out</source>
        <translation>儲值退卡</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>退卡</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>從未</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
    <message>
        <source>Lunar {date}, leap month</source>
        <translation>農曆閏月 {date}</translation>
    </message>
    <message>
        <source>Lunar {date}</source>
        <translation>農曆 {date}</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>今天生日</translation>
    </message>
    <message>
        <source>Birthday tomorrow</source>
        <translation>明天生日</translation>
    </message>
    <message>
        <source>Birthday {date}</source>
        <translation>{date} 生日</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已凍結</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已掛失</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已補發</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>實體卡</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>電子卡</translation>
    </message>
    <message>
        <source>Partner card</source>
        <translation>聯名卡</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>消費</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>簽到</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>Late claim</source>
        <translation>補點數</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>獲得</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>調整</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>轉移</translation>
    </message>
    <message>
        <source>Earned points taken back</source>
        <translation>收回已得點數</translation>
    </message>
    <message>
        <source>Spent points given back</source>
        <translation>退還已用點數</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>贈金</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>消費</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退還</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Bonus lapsed</source>
        <translation>贈金過期</translation>
    </message>
    <message>
        <source>the phone number looks unusual and was kept as typed</source>
        <translation>手機號碼格式少見，已照原樣儲存</translation>
    </message>
    <message>
        <source>{name} is a member now · {number}</source>
        <translation>{name} 已成為會員 · {number}</translation>
    </message>
    <message>
        <source>{name} was changed</source>
        <translation>已修改 {name}</translation>
    </message>
    <message>
        <source>What you typed was not saved</source>
        <translation>輸入的內容未儲存</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>{name} is checked in · visit {visits}</source>
        <translation>{name} 已簽到 · 第 {visits} 次到店</translation>
    </message>
    <message>
        <source>{name} is checked in · visit {visits} · {points} points</source>
        <translation>{name} 已簽到 · 第 {visits} 次 · 得 {points} 點</translation>
    </message>
    <message>
        <source>Points {before} → {after}</source>
        <translation>點數 {before} → {after}</translation>
    </message>
    <message>
        <source>Coupon issued: {name}</source>
        <translation>已發券：{name}</translation>
    </message>
    <message>
        <source>Handed out: {name} · {left} points left</source>
        <translation>已兌換：{name} · 還剩 {left} 點</translation>
    </message>
    <message>
        <source>Coupon revoked: {name}</source>
        <translation>已作廢：{name}</translation>
    </message>
    <message>
        <source>{name}: one used · {before} → {after} left</source>
        <translation>{name}：已用一次 · 剩餘 {before} → {after}</translation>
    </message>
    <message>
        <source>{name} is paid back: {amount}</source>
        <translation>{name} 已退：{amount}</translation>
    </message>
    <message>
        <source>Noted: has {name}</source>
        <translation>已記下：持有 {name}</translation>
    </message>
    <message>
        <source>Noted: has {name} no longer</source>
        <translation>已記下：不再持有 {name}</translation>
    </message>
    <message>
        <source>{gone} is {keep} from now on</source>
        <translation>{gone} 已併入 {keep}</translation>
    </message>
    <message>
        <source>{gone} and {keep} are two again</source>
        <translation>{gone} 與 {keep} 已重新分開</translation>
    </message>
    <message>
        <source>May owe up to {amount} now</source>
        <translation>現在最多可賒 {amount}</translation>
    </message>
    <message>
        <source>{amount} was written off</source>
        <translation>已核銷 {amount}</translation>
    </message>
    <message>
        <source>{name} is cancelled; its benefits last to {date}</source>
        <translation>{name} 已退訂，權益到 {date}</translation>
    </message>
    <message>
        <source>{amount} was paid out; the wallet is empty</source>
        <translation>已退 {amount}，儲值已清零</translation>
    </message>
    <message>
        <source>{name} was already checked in today</source>
        <translation>{name} 今天已經簽到過</translation>
    </message>
    <message>
        <source>{name} may earn and spend again</source>
        <translation>{name} 可以繼續累積與使用點數</translation>
    </message>
    <message>
        <source>{name} is frozen: no points are earned or spent</source>
        <translation>{name} 已凍結：無法累積或使用點數</translation>
    </message>
    <message>
        <source>{name} is in the archive</source>
        <translation>{name} 已封存</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name} 已還原</translation>
    </message>
    <message>
        <source>Card {code} is reported lost and stops working</source>
        <translation>卡片 {code} 已掛失，無法再使用</translation>
    </message>
    <message>
        <source>Card {code} works again</source>
        <translation>卡片 {code} 恢復使用</translation>
    </message>
    <message>
        <source>A new card takes the place of {code}</source>
        <translation>已補發新卡，取代 {code}</translation>
    </message>
    <message>
        <source>A card for {name} was added</source>
        <translation>已為 {name} 新增卡片</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已儲存為 {file}</translation>
    </message>
    <message>
        <source>{count} cards are printing</source>
        <translation>正在列印 {count} 張卡片</translation>
    </message>
    <message>
        <source>The card is printing</source>
        <translation>正在列印會員卡</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Member cards</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>儲存會員卡</translation>
    </message>
    <message>
        <source>Save the cards</source>
        <translation>儲存會員卡</translation>
    </message>
    <message>
        <source>Saving the cards</source>
        <translation>正在儲存會員卡</translation>
    </message>
</context>
<context>
    <name>MembersScreen</name>
    <message>
        <source>taken back at once</source>
        <translation>當場撤回</translation>
    </message>
</context>
<context>
    <name>MenuSheet</name>
    <message>
        <source>Put cash in</source>
        <translation>存入現金</translation>
    </message>
    <message>
        <source>Pay cash out</source>
        <translation>支出現金</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>繳存保險箱</translation>
    </message>
    <message>
        <source>Open without a sale</source>
        <translation>無銷售開箱</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 報表</translation>
    </message>
    <message>
        <source>Z reports</source>
        <translation>日結單</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>Open with a float and count</source>
        <translation>清點備用金開班</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>開班</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>交班日結</translation>
    </message>
    <message>
        <source>The drawer is not open. Open it with its float to sell.</source>
        <translation>尚未開班。清點備用金開班後即可收款。</translation>
    </message>
    <message>
        <source>Nothing was sold yet today. A session opens with the first sale.</source>
        <translation>今天還沒有銷售。第一筆銷售時自動開班。</translation>
    </message>
    <message>
        <source>Selling since {time}, without a float and a count.</source>
        <translation>自 {time} 起營業，未清點備用金。</translation>
    </message>
    <message>
        <source>Open since {time} · {staff}</source>
        <translation>{time} 開班 · {staff}</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>{name} then</source>
        <translation>之後的 {name}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 點</translation>
    </message>
    <message>
        <source>the paid plan</source>
        <translation>付費會員資格</translation>
    </message>
    <message>
        <source>Spent or changed since, so it stays with {name}: {what}.</source>
        <translation>合併後已用掉或有變動，留在 {name} 名下：{what}。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>商店餘額</translation>
    </message>
    <message>
        <source>Owed on account</source>
        <translation>賒帳欠款</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Paid plan</source>
        <translation>付費會員</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>Session passes, uses left</source>
        <translation>次卡剩餘次數</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>徽章</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>購買</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>累計消費</translation>
    </message>
    <message>
        <source>{principal} + {bonus} bonus</source>
        <translation>{principal} + 贈金 {bonus}</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Merge with another member</source>
        <translation>與另一位會員合併</translation>
    </message>
    <message>
        <source>Choose the other entry of the same person. All they have moves to {name}, and their cards, number and phone find {name} from then on.</source>
        <translation>選擇同一個人的另一份資料。其全部權益併入 {name}，原來的卡、會員編號和手機號碼以後都能找到 {name}。</translation>
    </message>
    <message>
        <source>Both, before and after</source>
        <translation>兩位合併前後</translation>
    </message>
    <message>
        <source>The other member</source>
        <translation>另一位會員</translation>
    </message>
    <message>
        <source>Scan the card, or type a phone number or name</source>
        <translation>掃卡，或輸入手機號碼、姓名</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>復原合併</translation>
    </message>
    <message>
        <source>What was moved and is still there goes back to {name}.</source>
        <translation>轉入且仍在的，全部退回 {name}。</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>分開</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reason (may be left out)</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>Both are in a paid plan. Whose goes on?</source>
        <translation>兩位都有付費會員資格，保留誰的？</translation>
    </message>
</context>
<context>
    <name>MovementSheet</name>
    <message>
        <source>Put cash in</source>
        <translation>存入現金</translation>
    </message>
    <message>
        <source>Pay cash out</source>
        <translation>支出現金</translation>
    </message>
    <message>
        <source>Take cash to the safe</source>
        <translation>繳存保險箱</translation>
    </message>
    <message>
        <source>Open without a sale</source>
        <translation>無銷售開箱</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>入帳</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Type an amount, such as 12.50.</source>
        <translation>請填寫金額，如 12.50。</translation>
    </message>
</context>
<context>
    <name>NamedRow</name>
    <message>
        <source>No member: no points change</source>
        <translation>沒有會員：積分不變</translation>
    </message>
    <message>
        <source>Without {name}</source>
        <translation>去掉 {name}</translation>
    </message>
</context>
<context>
    <name>NotButton</name>
    <message>
        <source>If</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>不是</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Hold the cart</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>備註（可不填）</translation>
    </message>
    <message>
        <source>Such as: table 5, blue coat</source>
        <translation>如：5 號桌、藍外套</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>掛單</translation>
    </message>
</context>
<context>
    <name>OpenItemSheet</name>
    <message>
        <source>Sell by name and price</source>
        <translation>手動輸入商品</translation>
    </message>
    <message>
        <source>Name on the receipt</source>
        <translation>收據上的品名</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Other goods</source>
        <translation>其他商品</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Type a price, such as 12.50.</source>
        <translation>請輸入價格，例如 12.50。</translation>
    </message>
</context>
<context>
    <name>OverlapSheet</name>
    <message>
        <source>Overlap</source>
        <translation>重疊</translation>
    </message>
    <message>
        <source>Tick two or more, six at most</source>
        <translation>勾選兩個以上，最多六個</translation>
    </message>
    <message>
        <source>Circles of the segments</source>
        <translation>分組的圓圈圖</translation>
    </message>
    <message>
        <source>Members in both</source>
        <translation>同時屬於兩組的會員</translation>
    </message>
    <message>
        <source>Tick two segments to see who is in both.</source>
        <translation>勾選兩個分組，看看有多少人同時在內。</translation>
    </message>
    <message>
        <source>{count} are in all of them.</source>
        <translation>{count} 人同時屬於以上所有分組。</translation>
    </message>
    <message>
        <source>Nobody is in all of them.</source>
        <translation>沒有人同時屬於以上所有分組。</translation>
    </message>
</context>
<context>
    <name>OwnerStep</name>
    <message>
        <source>You and the drawer</source>
        <translation>店主與錢箱</translation>
    </message>
    <message>
        <source>Your PIN, if the till shall ask who is there</source>
        <translation>店主密碼（需要收銀台驗證身分時設定）</translation>
    </message>
    <message>
        <source>4 to 12 digits. Left empty, the till asks nobody; Settings, Staff adds it.</source>
        <translation>4 到 12 位數字。留空則不驗證身分，之後可在「設定 › 員工」裡新增。</translation>
    </message>
    <message>
        <source>Open the drawer with a float each day, and count it at night</source>
        <translation>每天清點備用金開班，交班清點錢箱</translation>
    </message>
    <message>
        <source>The evening&apos;s report then says what is over or short. Settings changes it.</source>
        <translation>日結單會寫明長款或短款。以後可在設定裡變更。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Discard</source>
        <translation>捨棄變更</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未儲存</translation>
    </message>
</context>
<context>
    <name>PageLines</name>
    <message>
        <source>What was sold</source>
        <translation>銷售明細</translation>
    </message>
    <message>
        <source>{count} returned</source>
        <translation>已退 {count}</translation>
    </message>
    <message>
        <source>Earned {points}</source>
        <translation>得 {points}</translation>
    </message>
    <message>
        <source>Shelf prices</source>
        <translation>原價</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>優惠</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>稅</translation>
    </message>
    <message>
        <source>Rounded for cash</source>
        <translation>現金進位</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>No member has bought anything yet.</source>
        <translation>還沒有會員買過東西。</translation>
    </message>
</context>
<context>
    <name>PartPage</name>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Nothing here yet. Press {key} to add one.</source>
        <translation>這裡還沒有內容，按 {key} 新增。</translation>
    </message>
</context>
<context>
    <name>PaySheet</name>
    <message>
        <source>Pay</source>
        <translation>結帳</translation>
    </message>
    <message>
        <source>Split the payment</source>
        <translation>分開付款</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成結帳</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>收到金額</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>小費</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>付款備註</translation>
    </message>
    <message>
        <source>Slip number, if there is one</source>
        <translation>簽單號碼，可不填</translation>
    </message>
    <message>
        <source>Tip: choose it, or type it; Enter</source>
        <translation>小費：選一項，或輸入金額後按 Enter</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>應退</translation>
    </message>
    <message>
        <source>Total due</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>待付</translation>
    </message>
    <message>
        <source>Earns {earned} · {before} → {after} points</source>
        <translation>獲得 {earned} 點 · {before} → {after}</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>收到現金</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>· scan it</source>
        <translation>· 掃碼使用</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>還差</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Total due, with a tip of {amount}</source>
        <translation>應收（含小費 {amount}）</translation>
    </message>
    <message>
        <source>{amount} past the limit: a manager must agree</source>
        <translation>超出賒帳額度 {amount}，須經理同意</translation>
    </message>
    <message>
        <source>{amount} of the deposit goes back in cash</source>
        <translation>訂金餘 {amount} 退現金</translation>
    </message>
    <message>
        <source>Cash is rounded by {amount}</source>
        <translation>現金捨入 {amount}</translation>
    </message>
    <message>
        <source>The member holds {points} points</source>
        <translation>會員有 {points} 點</translation>
    </message>
    <message>
        <source>{kind}: {amount} is all there is</source>
        <translation>{kind}只有 {amount}</translation>
    </message>
    <message>
        <source>Never note a bank card&apos;s number: the slip number is enough</source>
        <translation>請勿填寫銀行卡號，填簽單號碼即可</translation>
    </message>
    <message>
        <source>Only cash gives change: take a smaller amount</source>
        <translation>只有現金可以找零，請減少金額</translation>
    </message>
</context>
<context>
    <name>PeopleSheet</name>
    <message>
        <source>Nobody stands here.</source>
        <translation>這裡沒有會員。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Save as segment</source>
        <translation>存為分組</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>分組名稱</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Exporting members</source>
        <translation>正在匯出會員</translation>
    </message>
    <message>
        <source>Members: {count}</source>
        <translation>{count} 位會員</translation>
    </message>
    <message>
        <source>{count} · {figure}: {total}</source>
        <translation>{count} · {figure}：{total}</translation>
    </message>
    <message>
        <source>{said}, of it {nobody} without a member</source>
        <translation>{said}，其中 {nobody} 不屬於任何會員</translation>
    </message>
    <message>
        <source>Members written to {file}: {rows}.</source>
        <translation>已把 {rows} 位會員寫入 {file}。</translation>
    </message>
    <message>
        <source>Segment “{name}” saved.</source>
        <translation>分組「{name}」已儲存。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店次數</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消費</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後一天</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本週</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上週</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>上季</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>指定日期</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>Add a person</source>
        <translation>新增員工</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Commission, % of what they serve</source>
        <translation>抽成，依服務金額的 %</translation>
    </message>
    <message>
        <source>Of the goods they served, less what came back; tips aside.</source>
        <translation>依其服務的商品計，扣除退貨，不含小費。</translation>
    </message>
    <message>
        <source>Empty keeps the PIN. 4 to 12 digits.</source>
        <translation>留空則不變；4 到 12 位數字。</translation>
    </message>
    <message>
        <source>4 to 12 digits; empty: they sign in by card alone.</source>
        <translation>4 到 12 位數字；留空則只能用員工卡登入。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Card as PDF…</source>
        <translation>員工卡 PDF…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enable again</source>
        <translation>重新啟用</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>取消 PIN</translation>
    </message>
    <message>
        <source>Staff card</source>
        <translation>員工卡</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已儲存為 {file}</translation>
    </message>
</context>
<context>
    <name>PictureScan</name>
    <message>
        <source>There are several codes in this picture.</source>
        <translation>這張圖片裡有多個碼。</translation>
    </message>
    <message>
        <source>There is no code in this picture.</source>
        <translation>這張圖片裡沒有碼。</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>刪除最後一位</translation>
    </message>
    <message>
        <source>Take this PIN</source>
        <translation>確認密碼</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Where they stand</source>
        <translation>會員定位</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>節奏</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>常買</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>到店時間</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>優惠使用</translation>
    </message>
    <message>
        <source>Came {visits} times since {day}; {last}.</source>
        <translation>自 {day} 來過 {visits} 次，{last}。</translation>
    </message>
    <message>
        <source>Came once; {last}.</source>
        <translation>來過一次，{last}。</translation>
    </message>
    <message>
        <source>Mostly buys at {prices} a piece.</source>
        <translation>多買單價 {prices} 的。</translation>
    </message>
    <message>
        <source>Buys {kinds}, mostly at {prices} a piece.</source>
        <translation>常買{kinds}，單價多為 {prices}。</translation>
    </message>
    <message>
        <source>last here today</source>
        <translation>今天來過</translation>
    </message>
    <message>
        <source>last here yesterday</source>
        <translation>昨天來過</translation>
    </message>
    <message>
        <source>last here {days} days ago</source>
        <translation>上次是 {days} 天前</translation>
    </message>
    <message>
        <source>Usually comes every day; {last}.</source>
        <translation>通常每天都來，{last}。</translation>
    </message>
    <message>
        <source>Usually comes every {days} days; {last}.</source>
        <translation>通常每 {days} 天來一次，{last}。</translation>
    </message>
    <message>
        <source>{chance}: about {days} purchase days and {amount} in the next 90 days.</source>
        <translation>{chance}：未來 90 天約消費 {days} 天，共 {amount}。</translation>
    </message>
    <message>
        <source>Buys {kinds}.</source>
        <translation>常買{kinds}。</translation>
    </message>
    <message>
        <source>Mostly on {day}.</source>
        <translation>多在{day}來。</translation>
    </message>
    <message>
        <source>Mostly at {hours}.</source>
        <translation>多在 {hours} 來。</translation>
    </message>
    <message>
        <source>Mostly on {day}, at {hours}.</source>
        <translation>多在{day} {hours} 來。</translation>
    </message>
    <message>
        <source>Used no points, coupons or passes in the last {sales} sales.</source>
        <translation>最近 {sales} 筆沒有用過積分、優惠券或次卡。</translation>
    </message>
    <message>
        <source>Used points, coupons or passes in {some} of the last {sales} sales.</source>
        <translation>最近 {sales} 筆裡有 {some} 筆用了積分、優惠券或次卡。</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>What it would do</source>
        <translation>預計</translation>
    </message>
    <message>
        <source>Left out, and why</source>
        <translation>未入選及原因</translation>
    </message>
    <message>
        <source>Shown once there is somebody to ask and something to say to them.</source>
        <translation>選好邀請對象、寫好文案後顯示。</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>啟動…</translation>
    </message>
    <message>
        <source>{count} asked</source>
        <translation>邀請 {count} 人</translation>
    </message>
    <message>
        <source>{holdout} held out by lot · {audience} in the audience</source>
        <translation>隨機留出 {holdout} 人作對照 · 符合條件共 {audience} 人</translation>
    </message>
    <message>
        <source>Spent once</source>
        <translation>固定花費</translation>
    </message>
    <message>
        <source>For asking</source>
        <translation>聯絡花費</translation>
    </message>
    <message>
        <source>For the offers, at most</source>
        <translation>優惠成本（最多）</translation>
    </message>
    <message>
        <source>In all, at most</source>
        <translation>合計（最多）</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>預算</translation>
    </message>
</context>
<context>
    <name>PointsPage</name>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Points, tiers, offers and coupons are chosen, edited and tried in one place.</source>
        <translation>點數、等級、優惠和優惠券都在「行銷」裡選用、編輯和試算。</translation>
    </message>
    <message>
        <source>Go to Loyalty</source>
        <translation>前往行銷</translation>
    </message>
</context>
<context>
    <name>PointsTable</name>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>No points yet. The next sale earns the first.</source>
        <translation>尚無點數。下一筆消費就會有。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>變動前 → 後</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Try it on a basket</source>
        <translation>用一單試算</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>非會員</translation>
    </message>
    <message>
        <source>Who buys</source>
        <translation>誰在買</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>付費會員</translation>
    </message>
    <message>
        <source>Points held</source>
        <translation>現有點數</translation>
    </message>
    <message>
        <source>Has a birthday</source>
        <translation>當天生日</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>請填整數。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Write it as 2026-12-31.</source>
        <translation>請寫成 2026-12-31。</translation>
    </message>
    <message>
        <source>Write it as 14:30.</source>
        <translation>請寫成 14:30。</translation>
    </message>
    <message>
        <source>Add a product…</source>
        <translation>新增商品…</translation>
    </message>
    <message>
        <source>No product of the shop has this name.</source>
        <translation>店裡沒有這個名稱的商品。</translation>
    </message>
    <message>
        <source>Reward or coupon…</source>
        <translation>用兌換或優惠券…</translation>
    </message>
    <message>
        <source>The basket is empty. Add a product.</source>
        <translation>籃子是空的，請新增商品。</translation>
    </message>
    <message>
        <source>One {name} less</source>
        <translation>減一件{name}</translation>
    </message>
    <message>
        <source>One more {name}</source>
        <translation>加一件{name}</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>去掉{name}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已優惠</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>應付</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>可得點數</translation>
    </message>
    <message>
        <source>Points spent</source>
        <translation>使用點數</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>To give back</source>
        <translation>應退</translation>
    </message>
    <message>
        <source>What is undone</source>
        <translation>將撤銷</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>同時</translation>
    </message>
    <message>
        <source>As store credit</source>
        <translation>轉為商店餘額</translation>
    </message>
    <message>
        <source>As it was paid</source>
        <translation>按原方式退</translation>
    </message>
    <message>
        <source>All in cash</source>
        <translation>全退現金</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>換貨</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason, if there is one</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>The goods go back on the shelf</source>
        <translation>商品放回貨架</translation>
    </message>
</context>
<context>
    <name>PrintJobsSheet</name>
    <message>
        <source>Prints that wait</source>
        <translation>等待列印的單據</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>不印了</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>禮品收據</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款單</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z 報表</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>is being printed</source>
        <translation>正在列印</translation>
    </message>
    <message>
        <source>look at the paper first</source>
        <translation>請先看一下紙</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>單據</translation>
    </message>
    <message>
        <source>Everything is printed.</source>
        <translation>全部列印完了。</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>Printer</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驅動程式</translation>
    </message>
    <message>
        <source>Windows queue</source>
        <translation>Windows 佇列</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Connected by</source>
        <translation>連接方式</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 公釐</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 公釐</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙張</translation>
    </message>
    <message>
        <source>1, picture</source>
        <translation>1 圖像</translation>
    </message>
    <message>
        <source>2, GB18030</source>
        <translation>2 GB18030</translation>
    </message>
    <message>
        <source>3, Big5</source>
        <translation>3 Big5</translation>
    </message>
    <message>
        <source>Which line looks right?</source>
        <translation>哪一行看起來正確？</translation>
    </message>
    <message>
        <source>If several do, take the first: a picture holds every character.</source>
        <translation>如果幾行都正確，選第一行：圖像能列印所有的字。</translation>
    </message>
    <message>
        <source>The code under 5 is there: the printer draws codes</source>
        <translation>第 5 項有碼：由印表機產生 QR 碼</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>全切</translation>
    </message>
    <message>
        <source>But for a point</source>
        <translation>半切</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手撕</translation>
    </message>
    <message>
        <source>No drawer</source>
        <translation>沒有錢箱</translation>
    </message>
    <message>
        <source>Pin 2</source>
        <translation>2 腳</translation>
    </message>
    <message>
        <source>Pin 5</source>
        <translation>5 腳</translation>
    </message>
    <message>
        <source>The paper is cut</source>
        <translation>切紙</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>Nearly always pin 2. It opens for cash only.</source>
        <translation>多數是 2 腳。只有現金才彈開。</translation>
    </message>
    <message>
        <source>Sent. Look at the paper, then choose the line below.</source>
        <translation>已送出。請看紙上，再在下面選擇。</translation>
    </message>
    <message>
        <source>The drawer was told to open.</source>
        <translation>已通知錢箱打開。</translation>
    </message>
    <message>
        <source>On its way to the printer…</source>
        <translation>正在送到印表機…</translation>
    </message>
    <message>
        <source>Name of the queue</source>
        <translation>佇列名稱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>As Windows lists the printer, such as XP-80C.</source>
        <translation>Windows 中的印表機名稱，如 XP-80C。</translation>
    </message>
    <message>
        <source>Such as 192.168.1.50; the port is 9100 unless it follows.</source>
        <translation>如 192.168.1.50；不寫連接埠即為 9100。</translation>
    </message>
    <message>
        <source>Such as /dev/usb/lp0, or LPT1 on Windows.</source>
        <translation>如 /dev/usb/lp0，Windows 上如 LPT1。</translation>
    </message>
    <message>
        <source>Every print is added at its end.</source>
        <translation>每次列印都加在檔案末尾。</translation>
    </message>
    <message>
        <source>The receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試印</translation>
    </message>
    <message>
        <source>Cut and drawer</source>
        <translation>切紙和錢箱</translation>
    </message>
    <message>
        <source>Receipts go through the printer&apos;s driver, chosen under Cards and receipts. A printer that understands ESC/POS is better connected directly: it then cuts the paper and opens the drawer.</source>
        <translation>收據透過印表機驅動列印，在「卡片與收據」中選擇。懂 ESC/POS 指令的印表機最好直接連接，這樣才會自動切紙、彈錢箱。</translation>
    </message>
    <message>
        <source>Prints a page with numbered lines, as the printer is set here.</source>
        <translation>按這裡的設定列印一張帶編號的測試頁。</translation>
    </message>
    <message>
        <source>Print the test page</source>
        <translation>列印測試頁</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打開錢箱</translation>
    </message>
    <message>
        <source>Prints that wait</source>
        <translation>等待列印的單據</translation>
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
        <source>Print labels on</source>
        <translation>標籤列印到</translation>
    </message>
    <message>
        <source>Print sheets of labels on</source>
        <translation>整張標籤列印到</translation>
    </message>
    <message>
        <source>Print reports on</source>
        <translation>報表印表機</translation>
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
    <name>PrinterStep</name>
    <message>
        <source>Printer</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暫時沒有</translation>
    </message>
    <message>
        <source>Installed on this PC</source>
        <translation>本機已安裝</translation>
    </message>
    <message>
        <source>Windows queue</source>
        <translation>Windows 佇列</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 公釐</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 公釐</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>1, picture</source>
        <translation>1 圖像</translation>
    </message>
    <message>
        <source>2, GB18030</source>
        <translation>2 GB18030</translation>
    </message>
    <message>
        <source>3, Big5</source>
        <translation>3 Big5</translation>
    </message>
    <message>
        <source>The receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙張</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>選擇印表機</translation>
    </message>
    <message>
        <source>Which line of the test page looks right?</source>
        <translation>測試頁上哪一行看起來正確？</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>列印測試頁</translation>
    </message>
    <message>
        <source>Print a receipt after each sale</source>
        <translation>每筆銷售後自動列印收據</translation>
    </message>
    <message>
        <source>A cash drawer is connected to the printer</source>
        <translation>印表機上接有錢箱</translation>
    </message>
    <message>
        <source>Name of the queue</source>
        <translation>佇列名稱</translation>
    </message>
    <message>
        <source>Such as XP-80C.</source>
        <translation>如 XP-80C。</translation>
    </message>
    <message>
        <source>Such as /dev/usb/lp0, or LPT1 on Windows.</source>
        <translation>如 /dev/usb/lp0，Windows 上如 LPT1。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Such as 192.168.1.50.</source>
        <translation>如 192.168.1.50。</translation>
    </message>
    <message>
        <source>A printer can be connected at any time: Settings, Printer.</source>
        <translation>以後隨時可以連接：「設定 › 印表機」。</translation>
    </message>
    <message>
        <source>No printer is installed on this PC yet. It can be chosen later.</source>
        <translation>這台電腦還沒有安裝印表機，以後再選也可以。</translation>
    </message>
    <message>
        <source>Test receipt</source>
        <translation>測試收據</translation>
    </message>
    <message>
        <source>Sent. Look at the paper.</source>
        <translation>已送出，請看列印出來的紙。</translation>
    </message>
    <message>
        <source>On its way to the printer…</source>
        <translation>正在送到印表機…</translation>
    </message>
    <message>
        <source>{printer} did not take the page. Check it, or go on without it.</source>
        <translation>{printer} 沒有接收測試頁。請檢查，或先略過。</translation>
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
    <name>ProductSheet</name>
    <message>
        <source>Name</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>會員價</translation>
    </message>
    <message>
        <source>Empty: members pay the same</source>
        <translation>留空：會員同價</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>條碼</translation>
    </message>
    <message>
        <source>Choose, or type a new one</source>
        <translation>選擇，或輸入新分類</translation>
    </message>
    <message>
        <source>Scan, or type a code and press Enter</source>
        <translation>掃描，或輸入條碼後按 Enter</translation>
    </message>
    <message>
        <source>Sold by weight: the price is for one kilogram</source>
        <translation>秤重商品（以每公斤計價）</translation>
    </message>
    <message>
        <source>On the cashier&apos;s tiles</source>
        <translation>顯示為收銀按鈕</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>What the shop pays for one</source>
        <translation>進一件貨的價錢</translation>
    </message>
    <message>
        <source>Low from</source>
        <translation>預警線</translation>
    </message>
    <message>
        <source>Keep stock of it</source>
        <translation>管理庫存</translation>
    </message>
    <message>
        <source>Stock history</source>
        <translation>庫存流水</translation>
    </message>
    <message>
        <source>Colour of the tile</source>
        <translation>按鈕顏色</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新增商品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已下架</translation>
    </message>
    <message>
        <source>Percent. Empty takes the shop&apos;s own: {rate}%</source>
        <translation>百分比。留空使用店家稅率：{rate}%</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>稅率</translation>
    </message>
    <message>
        <source>Take off sale</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>Put on sale again</source>
        <translation>重新上架</translation>
    </message>
    <message>
        <source>On hand: {quantity}</source>
        <translation>現有：{quantity}</translation>
    </message>
    <message>
        <source>This is the code of a card, a receipt or a payment, not of a product.</source>
        <translation>這是卡片、收據或付款碼，不是商品條碼。</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>紅色</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Added {name}</source>
        <translation>已新增 {name}</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已儲存 {name}</translation>
    </message>
    <message>
        <source>{name} is no longer on sale</source>
        <translation>{name} 已下架</translation>
    </message>
    <message>
        <source>{name} is on sale again</source>
        <translation>{name} 已重新上架</translation>
    </message>
    <message>
        <source>Moved the tile of {name}</source>
        <translation>已移動 {name} 的按鈕</translation>
    </message>
</context>
<context>
    <name>ProductsScreen</name>
    <message>
        <source>Search by name, pinyin or barcode</source>
        <translation>依品名、拼音或條碼搜尋</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新增商品</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>商品範圍</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>販售中</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已下架</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>低庫存</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>庫存</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>儲存清單</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部分類</translation>
    </message>
    <message>
        <source>{count} in the list</source>
        <translation>共 {count} 項</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>沒有符合的商品。</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>顯示全部商品</translation>
    </message>
    <message>
        <source>No products yet. Add the first one with {new}, import a list from a file, or sell by name and price at the till with {key}.</source>
        <translation>還沒有商品。按 {new} 新增第一個，從檔案匯入，或在收銀台按 {key} 直接輸入品名和價格。</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>匯入檔案…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>條碼</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>庫存</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>會員價</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>稅率</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>按鈕</translation>
    </message>
    <message>
        <source>No tile</source>
        <translation>無按鈕</translation>
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
    <name>Promised</name>
    <message>
        <source>Follow-ups {count}</source>
        <translation>回訪 {count}</translation>
    </message>
    <message>
        <source>Follow-ups today: {count}</source>
        <translation>今天要回訪：{count} 位</translation>
    </message>
</context>
<context>
    <name>ProofSheet</name>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Or scan a staff card: one scan, no PIN.</source>
        <translation>也可以掃員工卡：一掃即可，不用密碼。</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的密碼</translation>
    </message>
</context>
<context>
    <name>QuadrantPanel</name>
    <message>
        <source>The cross stands at the shop&apos;s means: {days} purchase days a member, {basket} on each.</source>
        <translation>十字線在全店平均處：人均消費 {days} 天，每天 {basket}。</translation>
    </message>
    <message>
        <source>Check-ins do not count.</source>
        <translation>簽到不算。</translation>
    </message>
    <message>
        <source>Beyond the edge and drawn on it: {count}.</source>
        <translation>超出圖外、畫在邊上的有 {count} 位。</translation>
    </message>
    <message>
        <source>Days with a purchase by average basket</source>
        <translation>消費天數 × 客單價</translation>
    </message>
    <message>
        <source>Days with a purchase (each step about doubles)</source>
        <translation>消費天數（每格約翻一倍）</translation>
    </message>
    <message>
        <source>Quadrants</source>
        <translation>象限</translation>
    </message>
    <message>
        <source>Average basket</source>
        <translation>客單價</translation>
    </message>
</context>
<context>
    <name>QuantitySheet</name>
    <message>
        <source>Quantity</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Type a quantity, such as 2 or 0.355.</source>
        <translation>請輸入數量，例如 2 或 0.355。</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Points to give, or to take with a minus</source>
        <translation>給多少點數；扣減用負數</translation>
    </message>
    <message>
        <source>Reason, as the member will read it</source>
        <translation>原因（會員會看到）</translation>
    </message>
    <message>
        <source>Reason (may be left out)</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>哪一種</translation>
    </message>
    <message>
        <source>Points {before} → {after}</source>
        <translation>點數 {before} → {after}</translation>
    </message>
    <message>
        <source>Type how many points, such as 50 or -50.</source>
        <translation>請輸入點數，如 50 或 -50。</translation>
    </message>
    <message>
        <source>Type the reason: the member reads it on the statement.</source>
        <translation>請填寫原因：會員會在對帳單上看到。</translation>
    </message>
    <message>
        <source>The count differs</source>
        <translation>清點不符</translation>
    </message>
    <message>
        <source>Should be there</source>
        <translation>應有</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>實點</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>短少</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It is recorded and stands on the report. Esc counts again.</source>
        <translation>會記錄並印在日結單上。按 Esc 重新清點。</translation>
    </message>
    <message>
        <source>Change given wrong</source>
        <translation>找零有誤</translation>
    </message>
    <message>
        <source>Float wrong</source>
        <translation>備用金有誤</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>Record and close</source>
        <translation>記錄並日結</translation>
    </message>
</context>
<context>
    <name>ReceiptPreview</name>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>儲存為 PDF</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>價格說明</translation>
    </message>
    <message>
        <source>Claim points</source>
        <translation>補點數</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Choose a sale, or scan the code of a receipt.</source>
        <translation>選擇一筆銷售，或掃描收據條碼。</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已結帳</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>收據 {number}</translation>
    </message>
    <message>
        <source>Next sale</source>
        <translation>下一筆</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>儲存為 PDF</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>禮品收據</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>意見回饋</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Change to give</source>
        <translation>應找零</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Points {moved}</source>
        <translation>點數 {moved}</translation>
    </message>
    <message>
        <source>No member: scan this receipt with a member at the till to claim its points.</source>
        <translation>未使用會員：先在收銀台掃描會員卡，再掃描這張收據，即可補點數。</translation>
    </message>
    <message>
        <source>Points claimed by member {number}</source>
        <translation>點數已補給會員 {number}</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Save as PDF</source>
        <translation>儲存為 PDF</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已儲存 {file}</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Rows that cannot be taken</source>
        <translation>無法匯入的列</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已新增</translation>
    </message>
    <message>
        <source>To be added</source>
        <translation>將新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>To be changed</source>
        <translation>將更新</translation>
    </message>
    <message>
        <source>In the shop already</source>
        <translation>店內已有</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>無法匯入</translation>
    </message>
    <message>
        <source>Sales made of them</source>
        <translation>產生的銷售</translation>
    </message>
    <message>
        <source>Leave these rows out and write them to a file, to be mended</source>
        <translation>略過這些列，並寫入檔案以便修改</translation>
    </message>
    <message>
        <source>Imported. New members: {count}. A backup was made before.</source>
        <translation>匯入完成。新會員：{count}。匯入前已備份。</translation>
    </message>
    <message>
        <source>Imported. A backup was made before.</source>
        <translation>匯入完成。匯入前已備份。</translation>
    </message>
    <message>
        <source>Nothing was imported yet. Mend these rows in the file and choose it again, or leave them out.</source>
        <translation>尚未匯入任何內容。請在檔案中修改這些列後重新選擇，或略過它們。</translation>
    </message>
    <message>
        <source>Every row is in the shop already: there is nothing to import.</source>
        <translation>每一列店內都已有，無需匯入。</translation>
    </message>
    <message>
        <source>All rows can be taken. Nothing was imported yet.</source>
        <translation>所有列都可以匯入。尚未匯入。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>列號</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>檔案中的內容</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>X report</source>
        <translation>X 報表</translation>
    </message>
    <message>
        <source>Z report {number}</source>
        <translation>日結單 {number}</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Expected in the drawer</source>
        <translation>錢箱應有</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>短少</translation>
    </message>
    <message>
        <source>The count agrees</source>
        <translation>清點相符</translation>
    </message>
    <message>
        <source>Revenue {amount}</source>
        <translation>營業額 {amount}</translation>
    </message>
    <message>
        <source>{count} sales</source>
        <translation>{count} 筆銷售</translation>
    </message>
</context>
<context>
    <name>ReportsSheet</name>
    <message>
        <source>Z reports</source>
        <translation>日結單</translation>
    </message>
    <message>
        <source>No day was closed yet. Close one to see its report here.</source>
        <translation>還沒有日結單。交班日結後在這裡查看。</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未清點</translation>
    </message>
    <message>
        <source>over {amount}</source>
        <translation>多 {amount}</translation>
    </message>
    <message>
        <source>short {amount}</source>
        <translation>少 {amount}</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>相符</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Go back to {made}?</source>
        <translation>還原至 {made}？</translation>
    </message>
    <message>
        <source>That backup holds {sales} sales and {members} members.</source>
        <translation>該備份有 {sales} 筆銷售與 {members} 位會員。</translation>
    </message>
    <message>
        <source>Every sale, member and change made since then leaves this shop.</source>
        <translation>之後的銷售、會員與更動都會從本店移除。</translation>
    </message>
    <message>
        <source>First a backup of the shop as it is now is made, so you can come back.</source>
        <translation>會先備份目前的資料，之後可以再還原回來。</translation>
    </message>
    <message>
        <source>The backup is checked whole before anything is touched.</source>
        <translation>更動之前會完整檢查該備份。</translation>
    </message>
    <message>
        <source>Receipt numbers go on with a new prefix, so that none repeats.</source>
        <translation>收據號碼會以新前綴繼續，不會重複。</translation>
    </message>
    <message>
        <source>Keep everything as it is</source>
        <translation>維持現狀</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>還原</translation>
    </message>
</context>
<context>
    <name>ReturnSheet</name>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>無收據退貨</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Look at what follows</source>
        <translation>查看結果</translation>
    </message>
    <message>
        <source>Void, give back {amount}</source>
        <translation>作廢並退 {amount}</translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation>退 {amount}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>收據 {number}</translation>
    </message>
    <message>
        <source>Total of {amount}</source>
        <translation>合計 {amount}</translation>
    </message>
    <message>
        <source>Sold as “{text}”</source>
        <translation>明細含「{text}」</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>Discounts that these goods had are kept off</source>
        <translation>這些商品當時的優惠不退</translation>
    </message>
    <message>
        <source>Rounded for cash</source>
        <translation>現金進位</translation>
    </message>
    <message>
        <source>Points of {name}</source>
        <translation>{name} 的點數</translation>
    </message>
    <message>
        <source>Coming back: {count}</source>
        <translation>退回 {count} 件</translation>
    </message>
</context>
<context>
    <name>RfmLimits</name>
    <message>
        <source>Limits of RFM</source>
        <translation>RFM 界限</translation>
    </message>
    <message>
        <source>Fifths of this shop&apos;s members, moving with them</source>
        <translation>按本店會員五等分，隨會員變動</translation>
    </message>
    <message>
        <source>Own limits</source>
        <translation>自訂界限</translation>
    </message>
    <message>
        <source>Last purchase within, days</source>
        <translation>最近消費不超過（天）</translation>
    </message>
    <message>
        <source>Days with a purchase up to</source>
        <translation>消費天數不超過</translation>
    </message>
    <message>
        <source>“{what}” needs four whole numbers, each larger than the one before.</source>
        <translation>「{what}」要填四個整數，一個比一個大。</translation>
    </message>
    <message>
        <source>5 is the best score. Who bought within the first number of days scores 5 for recency; who bought on more days or spent more than the last number scores 5 for those.</source>
        <translation>5 分最好。最近消費在第一個天數以內得 5 分；消費天數或消費金額超過最後一個數得 5 分。</translation>
    </message>
    <message>
        <source>Spent up to, {currency}</source>
        <translation>消費不超過（{currency}）</translation>
    </message>
    <message>
        <source>Score {score}</source>
        <translation>{score} 分</translation>
    </message>
</context>
<context>
    <name>RfmPanel</name>
    <message>
        <source>Members who have bought by {day}: {count}.</source>
        <translation>截至 {day}，買過東西的會員：{count} 位。</translation>
    </message>
    <message>
        <source>Parted by your own limits.</source>
        <translation>按自訂界限分群。</translation>
    </message>
    <message>
        <source>Fifths of so few say little: set your own limits, or wait for more.</source>
        <translation>人數太少，五等分說明不了什麼：可以自訂界限，或等會員再多些。</translation>
    </message>
    <message>
        <source>Parted into fifths by last purchase and by days with one.</source>
        <translation>按最近消費和消費天數五等分。</translation>
    </message>
    <message>
        <source>Members by last purchase and days with one</source>
        <translation>會員按最近消費和消費天數</translation>
    </message>
    <message>
        <source>Last purchase, days ago</source>
        <translation>最近消費（天前）</translation>
    </message>
    <message>
        <source>Days with a purchase</source>
        <translation>消費天數</translation>
    </message>
    <message>
        <source>Last purchase by days with one</source>
        <translation>最近消費 × 消費天數</translation>
    </message>
    <message>
        <source>{group}: members {count} ({share}); last purchase {days} days ago; bought on {visits} days; spent {amount}</source>
        <translation>{group}：{count} 位（{share}）；最近消費 {days} 天前；消費 {visits} 天；共 {amount}</translation>
    </message>
    <message>
        <source>{group}: last purchase {days} days ago, bought on {visits} days</source>
        <translation>{group}：最近消費 {days} 天前，消費 {visits} 天</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分層</translation>
    </message>
</context>
<context>
    <name>RollPrinter</name>
    <message>
        <source>The drawer did not open. {why}</source>
        <translation>錢箱沒有打開。{why}</translation>
    </message>
    <message>
        <source>Receipt printer {name}</source>
        <translation>收據印表機 {name}</translation>
    </message>
    <message>
        <source>Prints to look at: {count}</source>
        <translation>待確認的列印：{count}</translation>
    </message>
    <message>
        <source>Prints waiting: {count}</source>
        <translation>等待列印：{count}</translation>
    </message>
    <message>
        <source>Show what waits</source>
        <translation>查看等待的</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Rule of follow-ups</source>
        <translation>回訪規則</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新增規則</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>The member&apos;s own adviser</source>
        <translation>會員自己的顧問</translation>
    </message>
    <message>
        <source>Days after the purchase</source>
        <translation>購買後幾天</translation>
    </message>
    <message>
        <source>Days after falling silent</source>
        <translation>沉默後幾天</translation>
    </message>
    <message>
        <source>Days before the end</source>
        <translation>到期前幾天</translation>
    </message>
    <message>
        <source>Days before the birthday</source>
        <translation>生日前幾天</translation>
    </message>
    <message>
        <source>What it watches for</source>
        <translation>觸發條件</translation>
    </message>
    <message>
        <source>Category of the goods</source>
        <translation>商品分類</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>Such as: ask how the skin feels</source>
        <translation>例如：詢問護理後的皮膚狀況</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟進人</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Each rule that is switched on makes a follow-up once for every occasion, from the day on which it was switched on.</source>
        <translation>啟用的規則從啟用當天起，對每個時機自動產生一次回訪。</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新增規則</translation>
    </message>
    <message>
        <source>Rules of follow-ups</source>
        <translation>回訪規則</translation>
    </message>
    <message>
        <source>No rule yet. One reminds of members after a purchase, before a birthday, or when they no longer come.</source>
        <translation>還沒有規則。規則可以在購買之後、生日之前或會員久未到店時提醒您。</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>當天</translation>
    </message>
    <message>
        <source>{days} days after</source>
        <translation>{days} 天後</translation>
    </message>
    <message>
        <source>{days} days before</source>
        <translation>提前 {days} 天</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>On since {day}</source>
        <translation>{day} 起啟用</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>Watches for</source>
        <translation>觸發條件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟進人</translation>
    </message>
    <message>
        <source>Own adviser</source>
        <translation>會員的顧問</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>“{name}” is kept.</source>
        <translation>已儲存「{name}」。</translation>
    </message>
    <message>
        <source>“{name}” is kept; follow-ups made: {count}.</source>
        <translation>已儲存「{name}」，產生回訪 {count} 筆。</translation>
    </message>
</context>
<context>
    <name>SaleClaimSheet</name>
    <message>
        <source>Claim points</source>
        <translation>補點數</translation>
    </message>
    <message>
        <source>This sale of {amount} named no member. Its points can be given to one, once.</source>
        <translation>這筆 {amount} 的銷售未使用會員，點數可補給一位會員，僅限一次。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Scan the card, or type a phone number or name</source>
        <translation>掃描會員卡，或輸入手機號碼、姓名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>補點數</translation>
    </message>
    <message>
        <source>Points {moved}</source>
        <translation>點數 {moved}</translation>
    </message>
</context>
<context>
    <name>SalePageView</name>
    <message>
        <source>Sale</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>What was sold</source>
        <translation>銷售明細</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Claim points</source>
        <translation>補點數</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>禮品收據</translation>
    </message>
    <message>
        <source>session of {time}</source>
        <translation>班次 {time}</translation>
    </message>
    <message>
        <source>till {name}</source>
        <translation>收銀台 {name}</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>後續</translation>
    </message>
    <message>
        <source>Exchanged for goods of {number}</source>
        <translation>由 {number} 的商品換來</translation>
    </message>
    <message>
        <source>Exchanged for {number}</source>
        <translation>換成 {number}</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Tax {rate}% in {net}</source>
        <translation>稅 {rate}%（未稅 {net}）</translation>
    </message>
    <message>
        <source>Issued: {number}</source>
        <translation>已開：{number}</translation>
    </message>
    <message>
        <source>Not issued yet</source>
        <translation>尚未開立</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Claimed by member {number}</source>
        <translation>已由會員 {number} 補點數</translation>
    </message>
    <message>
        <source>Taken back by returns: {points}</source>
        <translation>退貨收回 {points}</translation>
    </message>
    <message>
        <source>Restored by returns: {points}</source>
        <translation>退貨退還 {points}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Version {version} of the scheme, in force when it was sold.</source>
        <translation>售出時生效的方案第 {version} 版。</translation>
    </message>
</context>
<context>
    <name>SaleWhySheet</name>
    <message>
        <source>Why this total</source>
        <translation>價格說明</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>What did not apply</source>
        <translation>沒有用上的優惠</translation>
    </message>
    <message>
        <source>Shelf prices: nothing was taken off.</source>
        <translation>依標價，沒有優惠。</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>稅額</translation>
    </message>
    <message>
        <source>Rounded for cash</source>
        <translation>現金取整</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>By the rules of version {version}, in force when it was sold.</source>
        <translation>依銷售當時的第 {version} 版點數規則。</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>Return</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Partly returned</source>
        <translation>部分已退</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退貨</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作廢</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>收據 {number}</translation>
    </message>
    <message>
        <source>Total of {amount}</source>
        <translation>合計 {amount}</translation>
    </message>
    <message>
        <source>Sold as “{text}”</source>
        <translation>明細含「{text}」</translation>
    </message>
    <message>
        <source>Points claimed by member {number}</source>
        <translation>點數已補給會員 {number}</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>無會員</translation>
    </message>
</context>
<context>
    <name>SalesList</name>
    <message>
        <source>Search the sales</source>
        <translation>搜尋銷售</translation>
    </message>
    <message>
        <source>Number, member, product or amount</source>
        <translation>單號、會員、商品或金額</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Invoices to issue</source>
        <translation>待開發票</translation>
    </message>
    <message>
        <source>Commissions</source>
        <translation>抽成</translation>
    </message>
    <message>
        <source>Sales or returns</source>
        <translation>銷售或退貨</translation>
    </message>
    <message>
        <source>Sales and returns</source>
        <translation>銷售和退貨</translation>
    </message>
    <message>
        <source>Sales only</source>
        <translation>只看銷售</translation>
    </message>
    <message>
        <source>Returns only</source>
        <translation>只看退貨</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Any payment</source>
        <translation>全部付款</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>非會員</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>小費</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>單號</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件數</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>優惠</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Searched from {day} on; choose dates to look further back.</source>
        <translation>已搜尋 {day} 起；要看更早請選日期。</translation>
    </message>
    <message>
        <source>Nothing like this was sold then.</source>
        <translation>這段時間沒有這樣的銷售。</translation>
    </message>
    <message>
        <source>Show all sales</source>
        <translation>顯示全部銷售</translation>
    </message>
    <message>
        <source>Nothing was sold then.</source>
        <translation>這段時間沒有銷售。</translation>
    </message>
    <message>
        <source>Nothing sold yet. Ring up the first sale at the till, or bring your old sales along from a file.</source>
        <translation>還沒有銷售。去收銀台做第一單，或從檔案匯入以前的銷售。</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>匯入檔案…</translation>
    </message>
</context>
<context>
    <name>SalesScreen</name>
    <message>
        <source>{points} points given · {before} → {after}</source>
        <translation>已補 {points} 點 · {before} → {after}</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Scanner</source>
        <translation>掃描器</translation>
    </message>
    <message>
        <source>Longest pause, milliseconds</source>
        <translation>最長間隔（毫秒）</translation>
    </message>
    <message>
        <source>Keys further apart are typing, not a scan.</source>
        <translation>間隔更長的按鍵視為手動輸入。</translation>
    </message>
    <message>
        <source>Sent before the code</source>
        <translation>條碼前綴</translation>
    </message>
    <message>
        <source>Taken off again. Usually nothing.</source>
        <translation>會自動去除，通常為空。</translation>
    </message>
    <message>
        <source>Sent after it, before Enter</source>
        <translation>條碼後綴（Enter 之前）</translation>
    </message>
    <message>
        <source>Scan by camera</source>
        <translation>用攝影機掃碼</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>哪個攝影機</translation>
    </message>
    <message>
        <source>Nothing scanned yet.</source>
        <translation>尚未掃描。</translation>
    </message>
    <message>
        <source>Heard {text} · longest pause {gap} ms</source>
        <translation>收到 {text} · 最長間隔 {gap} 毫秒</translation>
    </message>
    <message>
        <source>The settings fit this scanner.</source>
        <translation>目前設定適合這支掃描器。</translation>
    </message>
    <message>
        <source>That was too short for the code shown. Scan it again.</source>
        <translation>讀到的內容太短，請再掃描一次。</translation>
    </message>
    <message>
        <source>The keys came as slowly as a person types. Set the scanner to send without delay between characters, as its manual says, and scan again.</source>
        <translation>按鍵速度如同手動輸入般緩慢。請依說明書將掃描器設為字元間無延遲，再掃描一次。</translation>
    </message>
    <message>
        <source>The scanner sends no Enter at the end. Set it to add Enter (CR), as its manual says, and scan again.</source>
        <translation>掃描器結尾沒有送出 Enter。請依說明書設為加上 Enter（CR），再掃描一次。</translation>
    </message>
    <message>
        <source>That is not the code shown. If you scanned it, the keyboard layout or an input method changes what the scanner types: switch it to English and scan again.</source>
        <translation>讀到的不是所示條碼。若確實掃描了它，是鍵盤配置或輸入法改變了內容：請切換至英文後再掃描。</translation>
    </message>
    <message>
        <source>A pause of {gap} ms, &quot;{prefix}&quot; before and &quot;{suffix}&quot; after the code.</source>
        <translation>間隔 {gap} 毫秒，條碼前有「{prefix}」，後有「{suffix}」。</translation>
    </message>
    <message>
        <source>A pause of {gap} ms, and &quot;{prefix}&quot; before the code.</source>
        <translation>間隔 {gap} 毫秒，條碼前有「{prefix}」。</translation>
    </message>
    <message>
        <source>A pause of {gap} ms, and &quot;{suffix}&quot; after the code.</source>
        <translation>間隔 {gap} 毫秒，條碼後有「{suffix}」。</translation>
    </message>
    <message>
        <source>A pause of {gap} ms, and nothing around the code.</source>
        <translation>間隔 {gap} 毫秒，條碼前後沒有其他字元。</translation>
    </message>
    <message>
        <source>Scan this code</source>
        <translation>掃描此條碼</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動設定</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Click into the field, then scan one of the two codes from the screen. A laser scanner that cannot read screens is set by hand, below.</source>
        <translation>點入輸入框，再從螢幕掃描其中一個碼。無法讀取螢幕的雷射掃描器請在下方手動設定。</translation>
    </message>
    <message>
        <source>Code to scan: {code}</source>
        <translation>要掃描的條碼：{code}</translation>
    </message>
    <message>
        <source>Click here, then scan</source>
        <translation>點這裡，然後掃描</translation>
    </message>
    <message>
        <source>Listening: scan now</source>
        <translation>等待中：請掃描</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>使用這些設定</translation>
    </message>
    <message>
        <source>{key} shows what the camera sees, and switches it off again. A code held before it is a scan. After three minutes without one it goes off by itself.</source>
        <translation>{key} 開啟攝影機畫面，再按一次關閉。對著攝影機的碼就等於掃碼；三分鐘沒有掃到碼會自動關閉。</translation>
    </message>
    <message>
        <source>Needs an extra part of about 80 MB. Install it, then start Regulars again: {command}</source>
        <translation>需要約 80 MB 的選用元件。安裝後重新啟動：{command}</translation>
    </message>
</context>
<context>
    <name>SchemePage</name>
    <message>
        <source>What the scheme promises</source>
        <translation>方案內容</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Edit rules</source>
        <translation>編輯規則</translation>
    </message>
    <message>
        <source>Use this scheme…</source>
        <translation>啟用這套方案…</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Versions of this shop&apos;s scheme</source>
        <translation>本店方案的歷次版本</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>待啟用</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look at version {number}</source>
        <translation>查看第 {number} 版</translation>
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
        <source>Loyalty</source>
        <translation>行銷</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>關懷</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Bought</source>
        <translation>購買過</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>職業</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>顧問</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Own field</source>
        <translation>自訂項目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Paid membership</source>
        <translation>付費會員</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>徽章</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>RFM group</source>
        <translation>RFM 分群</translation>
    </message>
    <message>
        <source>Quadrant</source>
        <translation>四象限</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>Buys most</source>
        <translation>最常購買</translation>
    </message>
    <message>
        <source>Usual weekday</source>
        <translation>常來的星期</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年齡</translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation>生日月份</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>入會</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>首次到店</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店次數</translation>
    </message>
    <message>
        <source>Visits in 12 months</source>
        <translation>近 12 個月到店</translation>
    </message>
    <message>
        <source>Comes every</source>
        <translation>到店間隔</translation>
    </message>
    <message>
        <source>Usual hour</source>
        <translation>常來的鐘點</translation>
    </message>
    <message>
        <source>Sales with a benefit</source>
        <translation>用權益的消費</translation>
    </message>
    <message>
        <source>Members brought</source>
        <translation>推薦來的會員</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Usable coupons</source>
        <translation>可用優惠券</translation>
    </message>
    <message>
        <source>Usable passes</source>
        <translation>可用次卡</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累計消費</translation>
    </message>
    <message>
        <source>Spent in 12 months</source>
        <translation>近 12 個月消費</translation>
    </message>
    <message>
        <source>Average basket</source>
        <translation>客單價</translation>
    </message>
    <message>
        <source>Pieces cost from</source>
        <translation>單件價位下限</translation>
    </message>
    <message>
        <source>Pieces cost up to</source>
        <translation>單件價位上限</translation>
    </message>
    <message>
        <source>Spend expected in 90 days</source>
        <translation>90 天內預計消費</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>儲值餘額</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>商店餘額</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Agreed to marketing</source>
        <translation>同意行銷聯絡</translation>
    </message>
    <message>
        <source>Phone is known</source>
        <translation>有手機號碼</translation>
    </message>
    <message>
        <source>E-mail is known</source>
        <translation>有電子郵件</translation>
    </message>
    <message>
        <source>WeChat is known</source>
        <translation>有微信號</translation>
    </message>
    <message>
        <source>Birthday is known</source>
        <translation>有生日</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等於</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等於</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>未填寫</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>已填寫</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>少於</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>超過</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已歸檔</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>years</source>
        <translation>歲</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>o&apos;clock</source>
        <translation>點</translation>
    </message>
    <message>
        <source>Fill in what it is compared with.</source>
        <translation>請填寫比較的值。</translation>
    </message>
    <message>
        <source>Give a whole number.</source>
        <translation>請填整數。</translation>
    </message>
    <message>
        <source>Give an amount, like 100.00.</source>
        <translation>請填金額，例如 100.00。</translation>
    </message>
    <message>
        <source>Give a number of days.</source>
        <translation>請填天數。</translation>
    </message>
    <message>
        <source>Add a condition.</source>
        <translation>請新增條件。</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>任何時候</translation>
    </message>
    <message>
        <source>never</source>
        <translation>從未</translation>
    </message>
    <message>
        <source>within</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>not within</source>
        <translation>最近沒有</translation>
    </message>
    <message>
        <source>days ago</source>
        <translation>天前</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Purchase days expected in 90</source>
        <translation>90 天內預計消費天數</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>January|February|March|April|May|June|July|August|September|October|November|December</source>
        <translation>1 月|2 月|3 月|4 月|5 月|6 月|7 月|8 月|9 月|10 月|11 月|12 月</translation>
    </message>
    <message>
        <source>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday</source>
        <translation>星期一|星期二|星期三|星期四|星期五|星期六|星期日</translation>
    </message>
    <message>
        <source>Nothing here is called {names} (any more): it was renamed, removed or misspelt.</source>
        <translation>店裡沒有「{names}」：可能改名、刪除了，或寫錯了。</translation>
    </message>
</context>
<context>
    <name>SegmentsPage</name>
    <message>
        <source>Segments</source>
        <translation>會員分組</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重疊</translation>
    </message>
    <message>
        <source>Saved segments</source>
        <translation>已儲存的分組</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>分組名稱</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>哪些會員</translation>
    </message>
    <message>
        <source>No segment yet: add a condition, give it a name, save it.</source>
        <translation>還沒有分組：新增條件，起個名字，儲存。</translation>
    </message>
    <message>
        <source>How conditions are written</source>
        <translation>條件的寫法</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>逐條</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Conditions as text</source>
        <translation>文字條件</translation>
    </message>
    <message>
        <source>Conditions are joined by and, or, not and parentheses; a text with blanks stands in double quotes: tier = gold and not bought &quot;Oat latte&quot; in 90 days</source>
        <translation>條件用 and、or、not 和括號連接，含空格的文字加雙引號，例如：tier = gold and not bought &quot;燕麥 拿鐵&quot; in 90 days</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Remove the segment</source>
        <translation>刪除分組</translation>
    </message>
    <message>
        <source>People</source>
        <translation>名單</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>做活動</translation>
    </message>
    <message>
        <source>Segment “{name}” saved.</source>
        <translation>已儲存分組「{name}」。</translation>
    </message>
    <message>
        <source>Segment “{name}” removed.</source>
        <translation>已刪除分組「{name}」。</translation>
    </message>
    <message>
        <source>Changes that were not saved are put aside: {name}</source>
        <translation>未儲存的修改已放在一邊：{name}</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>已去掉。</translation>
    </message>
    <message>
        <source>new segment</source>
        <translation>新分組</translation>
    </message>
    <message>
        <source>Exporting members</source>
        <translation>正在匯出會員</translation>
    </message>
    <message>
        <source>{rows} members written to {file}.</source>
        <translation>已把 {rows} 名會員寫入 {file}。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>人數</translation>
    </message>
</context>
<context>
    <name>ServedSheet</name>
    <message>
        <source>Served by</source>
        <translation>由誰服務</translation>
    </message>
    <message>
        <source>For which lines</source>
        <translation>哪些商品</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>這一行</translation>
    </message>
    <message>
        <source>Whole cart</source>
        <translation>整單</translation>
    </message>
    <message>
        <source>{line} · Left and Right: this line or the whole cart</source>
        <translation>{line} · 左右鍵：這一行或整單</translation>
    </message>
    <message>
        <source>Who served</source>
        <translation>服務人員</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>不指定</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Pages of the settings</source>
        <translation>設定頁面</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未儲存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已復原</translation>
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
    <name>Shelf</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>No products yet. Add them, import a file, or sell by name and price.</source>
        <translation>還沒有商品。可新建、匯入檔案，或按名稱和價格直接賣。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>member</source>
        <translation>會員</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop</source>
        <translation>店家</translation>
    </message>
    <message>
        <source>Name on cards and receipts</source>
        <translation>會員卡與收據上的店名</translation>
    </message>
    <message>
        <source>Second line under the name</source>
        <translation>店名下的第二行</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone of the shop</source>
        <translation>店家電話</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>標誌</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>幣別</translation>
    </message>
    <message>
        <source>Tax rate of open items, percent</source>
        <translation>手動輸入商品的稅率（%）</translation>
    </message>
    <message>
        <source>For what is sold by name and price; products have their own.</source>
        <translation>用於手動輸入的商品；其他商品有各自的稅率。</translation>
    </message>
    <message>
        <source>Smallest cash step</source>
        <translation>現金最小面額</translation>
    </message>
    <message>
        <source>Round-down step</source>
        <translation>去尾數單位</translation>
    </message>
    <message>
        <source>Usual float of the drawer</source>
        <translation>常用備用金</translation>
    </message>
    <message>
        <source>Proposed at opening until the drawer was counted once.</source>
        <translation>首次清點之前，開班時依此金額提示。</translation>
    </message>
    <message>
        <source>What any member may owe on account</source>
        <translation>會員賒帳額度（通用）</translation>
    </message>
    <message>
        <source>0: only members with a limit of their own.</source>
        <translation>填 0 則只有單獨設定額度的會員可以賒帳。</translation>
    </message>
    <message>
        <source>Who served</source>
        <translation>服務人員</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>店舖</translation>
    </message>
    <message>
        <source>A tip goes to</source>
        <translation>小費歸</translation>
    </message>
    <message>
        <source>Ask for a tip when paying</source>
        <translation>收款時詢問小費</translation>
    </message>
    <message>
        <source>Prices include tax</source>
        <translation>價格含稅</translation>
    </message>
    <message>
        <source>Open the drawer with a float, and count it at night</source>
        <translation>開班清點備用金，交班清點錢箱</translation>
    </message>
    <message>
        <source>Language of cards and receipts</source>
        <translation>會員卡與收據的語言</translation>
    </message>
    <message>
        <source>The language of the screens is chosen on &quot;This till&quot;.</source>
        <translation>畫面語言在「本機」中選擇。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>The trading day ends at</source>
        <translation>營業日結束於</translation>
    </message>
    <message>
        <source>A sale before this hour belongs to the day before.</source>
        <translation>此時之前的銷售算前一天。</translation>
    </message>
    <message>
        <source>Country of phone numbers</source>
        <translation>手機號碼所屬國家或地區</translation>
    </message>
    <message>
        <source>For numbers typed without a country code.</source>
        <translation>用於沒有國碼的號碼。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Weight in grams</source>
        <translation>重量（公克）</translation>
    </message>
    <message>
        <source>A label&apos;s code holds</source>
        <translation>條碼中包含</translation>
    </message>
    <message>
        <source>Digits of item and value</source>
        <translation>貨號與數值位數</translation>
    </message>
    <message>
        <source>Version of your marketing notice</source>
        <translation>行銷告知書版本</translation>
    </message>
    <message>
        <source>Change it with the text of the notice: each consent keeps the version it was given for.</source>
        <translation>告知書文字變更時請更新；每份同意保留當時的版本。</translation>
    </message>
    <message>
        <source>Campaigns ask a member at most, times</source>
        <translation>活動最多聯絡同一會員（次）</translation>
    </message>
    <message>
        <source>Over all campaigns together; 0: as often as they like.</source>
        <translation>所有活動合計；0 表示不限。</translation>
    </message>
    <message>
        <source>Within so many days</source>
        <translation>在多少天之內</translation>
    </message>
    <message>
        <source>Quiet hours begin at</source>
        <translation>免打擾開始於</translation>
    </message>
    <message>
        <source>Nobody is asked then; the same hour twice: never quiet.</source>
        <translation>這段時間不聯絡任何人；兩處相同表示不設免打擾。</translation>
    </message>
    <message>
        <source>Quiet hours end at</source>
        <translation>免打擾結束於</translation>
    </message>
    <message>
        <source>Name and logo</source>
        <translation>店名與標誌</translation>
    </message>
    <message>
        <source>Money and tax</source>
        <translation>幣別與稅</translation>
    </message>
    <message>
        <source>Place and time</source>
        <translation>地區與時間</translation>
    </message>
    <message>
        <source>Labels of your scales (codes 20–29)</source>
        <translation>電子秤標籤（條碼 20–29）</translation>
    </message>
    <message>
        <source>Marketing and consent</source>
        <translation>行銷與同意</translation>
    </message>
    <message>
        <source>Products or sales use it, so it can no longer change.</source>
        <translation>已有商品或銷售使用，無法變更。</translation>
    </message>
    <message>
        <source>It can no longer change once there are products or sales.</source>
        <translation>有了商品或銷售後就無法變更。</translation>
    </message>
    <message>
        <source>Cash is not rounded.</source>
        <translation>現金不取整。</translation>
    </message>
    <message>
        <source>Cash is rounded to the nearest {step}.</source>
        <translation>現金取整到最接近的 {step}。</translation>
    </message>
    <message>
        <source>One key drops what is below {step} from the total.</source>
        <translation>一鍵去除合計中 {step} 以下的尾數。</translation>
    </message>
    <message>
        <source>There it is {time} now.</source>
        <translation>當地現在是 {time}。</translation>
    </message>
    <message>
        <source>Example: {code} is item {item}, {amount} grams.</source>
        <translation>例如：{code} 是貨號 {item}，{amount} 公克。</translation>
    </message>
    <message>
        <source>Example: {code} is item {item} for {amount}.</source>
        <translation>例如：{code} 是貨號 {item}，{amount}。</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>Shop</source>
        <translation>店家</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Stands on receipts and cards.</source>
        <translation>印在收據和會員卡上。</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
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
        <translation>此時之後的銷售算隔天。</translation>
    </message>
</context>
<context>
    <name>SingleForm</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>其他語言</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>加一行</translation>
    </message>
</context>
<context>
    <name>SlipSheet</name>
    <message>
        <source>Slip</source>
        <translation>憑條</translation>
    </message>
    <message>
        <source>Stored value now</source>
        <translation>現在儲值</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退還</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>實收</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Ask a manager</source>
        <translation>請店長批准</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店長</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>店員</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Staff</source>
        <translation>員工</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>從不</translation>
    </message>
    <message>
        <source>Lock this till when nobody touched it for</source>
        <translation>無人操作多久後鎖定本機</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>What they may do alone</source>
        <translation>各人權限</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>The till asks who is there once the owner has a PIN or a card. Ctrl+L locks it; one scan of a staff card changes who sells.</source>
        <translation>店主設了密碼或員工卡後，收銀台會詢問是誰。按 Ctrl+L 鎖定；掃一下員工卡即可換人。</translation>
    </message>
    <message>
        <source>The owner may everything. Over a limit, somebody who may approves it on the spot.</source>
        <translation>店主不受限制。超出上限時，由有權限的人當場批准。</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>新增員工</translation>
    </message>
    <message>
        <source>Show who left</source>
        <translation>顯示已停用的</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分鐘</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>員工卡</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改 {name}</translation>
    </message>
</context>
<context>
    <name>StageLimits</name>
    <message>
        <source>Limits of the stages</source>
        <translation>階段界限</translation>
    </message>
    <message>
        <source>Each member&apos;s own rhythm</source>
        <translation>按每位會員自己的節奏</translation>
    </message>
    <message>
        <source>Own days, the same for all</source>
        <translation>自訂天數，人人一樣</translation>
    </message>
    <message>
        <source>By rhythm, who comes each week is missed after two weeks, and who comes each quarter only after half a year.</source>
        <translation>按節奏：每週都來的，兩週沒來就會注意到；每季來一次的，半年沒來才算沉默。</translation>
    </message>
    <message>
        <source>New for, days</source>
        <translation>新會員天數</translation>
    </message>
    <message>
        <source>Silent after, days</source>
        <translation>多少天算沉默</translation>
    </message>
    <message>
        <source>Lost after, days</source>
        <translation>多少天算流失</translation>
    </message>
    <message>
        <source>All three need whole numbers above zero.</source>
        <translation>三項都要填大於零的整數。</translation>
    </message>
    <message>
        <source>Lost must come after silent, and nothing after {days} days.</source>
        <translation>流失要晚於沉默，都不能超過 {days} 天。</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>A visit is a purchase or a check-in.</source>
        <translation>消費或簽到都算到店。</translation>
    </message>
    <message>
        <source>By your own days, the same for all: silent after {silent} days without a visit, lost after {lost}; new for {new} days.</source>
        <translation>按自訂天數，人人一樣：{silent} 天沒來算沉默，{lost} 天沒來算流失；頭 {new} 天算新會員。</translation>
    </message>
    <message>
        <source>By each member&apos;s own rhythm: silent past {silent} times the usual days between visits, lost past {lost} times; new for {new} days.</source>
        <translation>按每位會員自己的節奏：超過平時間隔的 {silent} 倍算沉默，{lost} 倍算流失；頭 {new} 天算新會員。</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>生命階段</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>How often members come</source>
        <translation>會員多久來一次</translation>
    </message>
    <message>
        <source>Days between visits</source>
        <translation>到店間隔（天）</translation>
    </message>
    <message>
        <source>Nobody has come three times yet, so nobody has a rhythm of their own.</source>
        <translation>還沒有人來過三次，所以還沒有誰有自己的節奏。</translation>
    </message>
    <message>
        <source>Came three times or more, and so have a rhythm of their own: {count}. The others are measured by the shop&apos;s: every {days} days.</source>
        <translation>來過三次以上、有自己節奏的：{count} 位；其餘按全店的節奏看：每 {days} 天。</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>{amount} more to {tier}</source>
        <translation>再 {amount} 升{tier}</translation>
    </message>
    <message>
        <source>{amount} more by {date} keeps {tier}</source>
        <translation>{date} 前再 {amount} 保{tier}</translation>
    </message>
    <message>
        <source>{tier} · until {date}</source>
        <translation>{tier} · 至 {date}</translation>
    </message>
    <message>
        <source>{points} usable</source>
        <translation>可用 {points} 點</translation>
    </message>
    <message>
        <source>{points} usable from {date}</source>
        <translation>{date} 起可用 {points} 點</translation>
    </message>
    <message>
        <source>{points} expire after {date}</source>
        <translation>{date} 後到期 {points} 點</translation>
    </message>
    <message>
        <source>{points} owed</source>
        <translation>欠 {points} 點</translation>
    </message>
    <message>
        <source>Principal {principal} · bonus {bonus}</source>
        <translation>本金 {principal} · 贈金 {bonus}</translation>
    </message>
    <message>
        <source>store credit {amount}</source>
        <translation>商店餘額 {amount}</translation>
    </message>
    <message>
        <source>{amount} more bonus on {date}</source>
        <translation>{date} 再到贈金 {amount}</translation>
    </message>
    <message>
        <source>{amount} of bonus lapses after {date}</source>
        <translation>{date} 後贈金 {amount} 到期</translation>
    </message>
</context>
<context>
    <name>StartSheet</name>
    <message>
        <source>Start the campaign?</source>
        <translation>啟動這個活動？</translation>
    </message>
    <message>
        <source>Who is asked and who is held out is drawn by lot and stays so. Offers are issued at once; who, what and when cannot be changed afterwards.</source>
        <translation>邀請誰、對照誰由抽籤決定，之後不變。優惠立即發放；對象、內容和時間啟動後不能再改。</translation>
    </message>
    <message>
        <source>Start, ask {count}</source>
        <translation>啟動，邀請 {count} 人</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>邀請</translation>
    </message>
    <message>
        <source>Held out by lot</source>
        <translation>隨機對照</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未入選</translation>
    </message>
    <message>
        <source>Wording {name}</source>
        <translation>版本 {name}</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cost at most</source>
        <translation>最多花費</translation>
    </message>
</context>
<context>
    <name>StatusKeeper</name>
    <message>
        <source>A check of the shop&apos;s file failed ({names}). Make a backup, then look at Settings, Backups.</source>
        <translation>店家檔案檢查未通過（{names}）。請先備份，再到「設定 · 備份」查看。</translation>
    </message>
    <message>
        <source>This PC&apos;s clock stands before {day}, a day that is done already. Set the date right, then start Regulars again.</source>
        <translation>這台電腦的日期早於 {day}，而那一天的到期事項已經辦完。請校正日期，再重新打開常客。</translation>
    </message>
    <message>
        <source>Till {number} · {staff}</source>
        <translation>{number} 號收銀台 · {staff}</translation>
    </message>
    <message>
        <source>drawer closed ({key})</source>
        <translation>未開班（{key}）</translation>
    </message>
    <message>
        <source>drawer open since {time}</source>
        <translation>{time} 開班</translation>
    </message>
    <message>
        <source>The drawer is still open from {day}. Count it now, or go on selling in it.</source>
        <translation>{day} 的班次還沒有交班。可以現在清點，或繼續收款。</translation>
    </message>
    <message>
        <source>Count now</source>
        <translation>現在清點</translation>
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
    <name>StockSheet</name>
    <message>
        <source>Book stock</source>
        <translation>庫存登記</translation>
    </message>
    <message>
        <source>What is booked</source>
        <translation>登記什麼</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>進貨</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盤點</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>報損</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Scan, or type a name and press Enter</source>
        <translation>掃碼，或輸入名稱後按 Enter</translation>
    </message>
    <message>
        <source>Cost of one</source>
        <translation>單件成本</translation>
    </message>
    <message>
        <source>What will be booked</source>
        <translation>將登記的商品</translation>
    </message>
    <message>
        <source>{name} · not counted before</source>
        <translation>{name} · 尚未盤過庫存</translation>
    </message>
    <message>
        <source>{name} · on hand {quantity}</source>
        <translation>{name} · 現有 {quantity}</translation>
    </message>
    <message>
        <source>Delivery booked: {count} products</source>
        <translation>已登記進貨：{count} 種商品</translation>
    </message>
    <message>
        <source>Count booked: {count} products</source>
        <translation>已登記盤點：{count} 種商品</translation>
    </message>
    <message>
        <source>Loss booked: {count} products</source>
        <translation>已登記報損：{count} 種商品</translation>
    </message>
    <message>
        <source>How many of what? Scan the product first.</source>
        <translation>是哪件商品的數量？請先掃商品。</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>實盤數量</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Reason, such as broken, spoiled, own use</source>
        <translation>原因，如破損、過期、自用</translation>
    </message>
    <message>
        <source>Note (may be left out)</source>
        <translation>備註（可不填）</translation>
    </message>
    <message>
        <source>Book the delivery</source>
        <translation>登記進貨</translation>
    </message>
    <message>
        <source>Book the count</source>
        <translation>登記盤點</translation>
    </message>
    <message>
        <source>Book the loss</source>
        <translation>登記報損</translation>
    </message>
    <message>
        <source>What is sold while you count stays sold: the difference is booked.</source>
        <translation>盤點期間賣出的照常扣減：登記的是差額。</translation>
    </message>
    <message>
        <source>Scan the next product, or press Enter to go on. Delete takes one out.</source>
        <translation>繼續掃下一件，或按 Enter 往下。按 Delete 刪去一行。</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>庫存</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
</context>
<context>
    <name>StopSheet</name>
    <message>
        <source>Take back what is left?</source>
        <translation>收回剩餘部分？</translation>
    </message>
    <message>
        <source>Stop the campaign?</source>
        <translation>停止這個活動？</translation>
    </message>
    <message>
        <source>The campaign is stopped; what it gave can still be used.</source>
        <translation>活動已停止；已送出的仍可使用。</translation>
    </message>
    <message>
        <source>Nobody is asked any more, and purchases count until today. The result stays.</source>
        <translation>不再聯絡任何人，購買統計到今天為止，結果保留。</translation>
    </message>
    <message>
        <source>Revoke coupons that were not used: {count}</source>
        <translation>作廢未使用的優惠券：{count} 張</translation>
    </message>
    <message>
        <source>Take back points that were not spent: {points}, of {people} members</source>
        <translation>收回未使用的積分：{people} 位會員，共 {points} 點</translation>
    </message>
    <message>
        <source>What is not ticked stays with the members.</source>
        <translation>未勾選的仍歸會員所有。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>TextRows</name>
    <message>
        <source>Other languages</source>
        <translation>其他語言</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>TillPage</name>
    <message>
        <source>This till</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>As the shop</source>
        <translation>與店家相同</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>畫面語言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>A tone after each scan</source>
        <translation>掃描後提示音</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>常客（預設）</translation>
    </message>
    <message>
        <source>As in 管家婆</source>
        <translation>仿管家婆</translation>
    </message>
    <message>
        <source>As in a supermarket</source>
        <translation>仿超市收銀機</translation>
    </message>
    <message>
        <source>Keymap</source>
        <translation>按鍵配置</translation>
    </message>
    <message>
        <source>One key, two actions: {keys}. Only the first of them follows it.</source>
        <translation>按鍵衝突：{keys}。只有第一個操作有效。</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>畫面</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>成功音</translation>
    </message>
    <message>
        <source>Play the good tone</source>
        <translation>播放成功音</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>失敗音</translation>
    </message>
    <message>
        <source>Play the bad tone</source>
        <translation>播放失敗音</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key. What you changed stands in bold.</source>
        <translation>選擇一個操作，再按新的按鍵。變更過的以粗體顯示。</translation>
    </message>
    <message>
        <source>All keys as in the keymap</source>
        <translation>按鍵全部還原</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo {key}</source>
        <translation>復原 {key}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Which follow-ups</source>
        <translation>哪些回訪</translation>
    </message>
    <message>
        <source>Mine and nobody&apos;s</source>
        <translation>我的和未指定的</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>回訪</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟進人</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>以後</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>今天完成</translation>
    </message>
    <message>
        <source>Nothing is to be followed up today. Rules make follow-ups by themselves; one by hand is made on a member&apos;s page.</source>
        <translation>今天沒有要回訪的會員。規則會自動產生回訪；也可以在會員主頁手動新增。</translation>
    </message>
    <message>
        <source>Nothing is to come yet.</source>
        <translation>以後暫時沒有回訪。</translation>
    </message>
    <message>
        <source>Nothing was done today yet.</source>
        <translation>今天還沒有完成的回訪。</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Due after points</source>
        <translation>點數折抵後</translation>
    </message>
    <message>
        <source>Total due</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>No member: this sale earns no points</source>
        <translation>未使用會員：此筆不累積點數</translation>
    </message>
    <message>
        <source>{points} points pay {amount}</source>
        <translation>{points} 點折抵 {amount}</translation>
    </message>
    <message>
        <source>Subtotal, {pieces}</source>
        <translation>小計 {pieces}</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>應退</translation>
    </message>
    <message>
        <source>To pay on top</source>
        <translation>補差價</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>換貨</translation>
    </message>
    <message>
        <source>Earns {points}</source>
        <translation>此筆獲得 {points}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>結帳</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已折扣</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售筆數</translation>
    </message>
    <message>
        <source>Finished sales that are listed, voided ones too.</source>
        <translation>列出的已完成銷售，含作廢的。</translation>
    </message>
    <message>
        <source>Finished sales that are listed.</source>
        <translation>列出的已完成銷售。</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>What these sales came to, before anything was given back.</source>
        <translation>這些銷售的金額，退款前。</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Returns and voids that are listed, on the day they were made.</source>
        <translation>列出的退貨和作廢，按辦理當天計。</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>淨額</translation>
    </message>
    <message>
        <source>Sold, less what was given back.</source>
        <translation>售出減去已退。</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小費</translation>
    </message>
    <message>
        <source>Tips taken, less those given back. They are no revenue.</source>
        <translation>收到的小費，減去退回的。小費不計入營業額。</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>What was taken off the shelf prices of these sales.</source>
        <translation>這些銷售從原價減去的金額。</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>發放點數</translation>
    </message>
    <message>
        <source>Points that these sales gave, less those that returns took back.</source>
        <translation>這些銷售給的點數，減去退貨收回的。</translation>
    </message>
</context>
<context>
    <name>TradeStep</name>
    <message>
        <source>Any trade: a point for every 1 spent, points pay</source>
        <translation>通用：消費積點，點數折抵</translation>
    </message>
    <message>
        <source>Café: stars, three tiers, free drinks</source>
        <translation>咖啡館：集星、三級會員、免費飲品</translation>
    </message>
    <message>
        <source>Shop: tier prices, money off, festivals</source>
        <translation>零售店：等級價、滿減、節日優惠</translation>
    </message>
    <message>
        <source>Restaurant: coupons, set lunch, top-ups</source>
        <translation>餐廳：回饋券、午間套餐、儲值送</translation>
    </message>
    <message>
        <source>Beauty salon: top-ups with a bonus, passes</source>
        <translation>美容美髮：儲值送、次卡</translation>
    </message>
    <message>
        <source>Gym: plans, classes, check-ins</source>
        <translation>健身房：月卡年卡、課程、簽到</translation>
    </message>
    <message>
        <source>School or studio: lessons, referrals</source>
        <translation>補習班：課次、推薦有禮</translation>
    </message>
    <message>
        <source>Cosmetics: tiers by the year, rewards</source>
        <translation>美妝：年度等級、點數兌換</translation>
    </message>
    <message>
        <source>Members&apos; club: paid plans, cash back</source>
        <translation>會員店：付費會員、消費回饋</translation>
    </message>
    <message>
        <source>Paid membership: free delivery, member days</source>
        <translation>付費會員：免運費、會員日</translation>
    </message>
    <message>
        <source>Points as money: multipliers, half-price days</source>
        <translation>點數當錢：多倍點數、半價日</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>What members get, to begin with. Every rule of it can be changed later.</source>
        <translation>先選一套會員方案，每條規則以後都能改。</translation>
    </message>
</context>
<context>
    <name>TraitsPanel</name>
    <message>
        <source>There are no members yet.</source>
        <translation>還沒有會員。</translation>
    </message>
    <message>
        <source>Members who are not archived: {count}, with what they ever spent.</source>
        <translation>未封存的會員：{count} 位，以及他們至今的消費。</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>按什麼看</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年齡</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>職業</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>顧問</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Known of {known} of {count} members ({share}).</source>
        <translation>{count} 位會員中已知 {known} 位（{share}）。</translation>
    </message>
    <message>
        <source>The scheme in use has no tiers.</source>
        <translation>現用的方案沒有等級。</translation>
    </message>
    <message>
        <source>It is written of nobody yet: see a member&apos;s details.</source>
        <translation>還沒有人填寫：在會員資料裡填。</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{age} and older</source>
        <translation>{age} 歲及以上</translation>
    </message>
    <message>
        <source>Under {age}</source>
        <translation>未滿 {age} 歲</translation>
    </message>
</context>
<context>
    <name>Transfers</name>
    <message>
        <source>Export members</source>
        <translation>匯出會員</translation>
    </message>
    <message>
        <source>Export products</source>
        <translation>匯出商品</translation>
    </message>
    <message>
        <source>Export sales</source>
        <translation>匯出銷售</translation>
    </message>
    <message>
        <source>Export points</source>
        <translation>匯出點數</translation>
    </message>
    <message>
        <source>Export stock</source>
        <translation>匯出庫存</translation>
    </message>
    <message>
        <source>CSV, for any program (*.csv)</source>
        <translation>CSV，通用 (*.csv)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Rows written to {file}: {rows}</source>
        <translation>已寫入 {file}：{rows} 列</translation>
    </message>
</context>
<context>
    <name>TrialSheet</name>
    <message>
        <source>What came out</source>
        <translation>試出的結果</translation>
    </message>
    <message>
        <source>Try the edited rules</source>
        <translation>試一遍改過的規則</translation>
    </message>
</context>
<context>
    <name>TwinsPanel</name>
    <message>
        <source>Number</source>
        <translation>會員編號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>入會</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消費</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
</context>
<context>
    <name>UseSheet</name>
    <message>
        <source>Use “{title}”</source>
        <translation>啟用「{title}」</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>從哪一天起</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>First of next month</source>
        <translation>下月 1 日</translation>
    </message>
    <message>
        <source>What members are told</source>
        <translation>給會員的通知</translation>
    </message>
    <message>
        <source>On their statement; may stay empty.</source>
        <translation>印在會員對帳單上，可以留空。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>Lift members now to the tiers they have reached</source>
        <translation>達到更高等級的會員立即升級</translation>
    </message>
    <message>
        <source>Write the day as 2026-12-01.</source>
        <translation>日期請寫成 2026-12-01。</translation>
    </message>
    <message>
        <source>Sales made before keep the rules they were made with.</source>
        <translation>以前的銷售仍按當時的規則計算。</translation>
    </message>
    <message>
        <source>Points, wallets and coupons members hold stay theirs.</source>
        <translation>會員已有的點數、儲值和優惠券都保留。</translation>
    </message>
    <message>
        <source>Every version is kept, and can be used again.</source>
        <translation>每個版本都會保留，隨時可以再用。</translation>
    </message>
</context>
<context>
    <name>VoucherSheet</name>
    <message>
        <source>Points {before} → {after}</source>
        <translation>點數 {before} → {after}</translation>
    </message>
    <message>
        <source>Code that is handed out</source>
        <translation>交給會員的券碼</translation>
    </message>
    <message>
        <source>Take the points</source>
        <translation>扣點數</translation>
    </message>
    <message>
        <source>Type the code that the member gets.</source>
        <translation>請輸入交給會員的券碼。</translation>
    </message>
</context>
<context>
    <name>WalletTable</name>
    <message>
        <source>Stored value</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>No stored value yet. F8 tops it up.</source>
        <translation>還沒有儲值。按 F8 儲值。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>贈金</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>前 → 後</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>價格說明</translation>
    </message>
    <message>
        <source>Shelf prices, nothing taken off: {amount}</source>
        <translation>依標價，無優惠：{amount}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>What did not apply</source>
        <translation>沒有用上的優惠</translation>
    </message>
</context>
<context>
    <name>WordingCard</name>
    <message>
        <source>What they get and what they are told</source>
        <translation>給什麼、怎麼說</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Another wording</source>
        <translation>再加一個版本</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>減少一個</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>優惠</translation>
    </message>
    <message>
        <source>Coupon of the scheme</source>
        <translation>方案中的優惠券</translation>
    </message>
    <message>
        <source>Points for each</source>
        <translation>每人點數</translation>
    </message>
    <message>
        <source>What they are invited to</source>
        <translation>邀請參加</translation>
    </message>
    <message>
        <source>Day, like 2026-12-05</source>
        <translation>日期，如 2026-12-05</translation>
    </message>
    <message>
        <source>Time, like 19:30</source>
        <translation>時間，如 19:30</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Language of the wording</source>
        <translation>文案語言</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>Good day {name}, this is {shop} …</source>
        <translation>{name}您好，這裡是{shop}……</translation>
    </message>
    <message>
        <source>Another member</source>
        <translation>換一位會員</translation>
    </message>
    <message>
        <source>Put in: {field}</source>
        <translation>插入：{field}</translation>
    </message>
    <message>
        <source>Wording {name}</source>
        <translation>版本 {name}</translation>
    </message>
    <message>
        <source>Choose a coupon</source>
        <translation>請選擇優惠券</translation>
    </message>
    <message>
        <source>The first member to be asked will be shown here.</source>
        <translation>這裡會顯示第一位受邀會員看到的內容。</translation>
    </message>
    <message>
        <source>{name} ({number}) reads:</source>
        <translation>{name}（{number}）看到：</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>還沒有寫內容。</translation>
    </message>
</context>
<context>
    <name>_Limits</name>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Members are parted anew.</source>
        <translation>會員已重新分層。</translation>
    </message>
</context>
<context>
    <name>_WhoButton</name>
    <message>
        <source>{name}, {role}: lock or change</source>
        <translation>{name}，{role}：鎖定或換人</translation>
    </message>
</context>
<context>
    <name>_Working</name>
    <message>
        <source>Reckoning from every purchase…</source>
        <translation>正在從每一筆消費算起……</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
</TS>
