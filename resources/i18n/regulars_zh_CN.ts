<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>Sorry, the program made a mistake and wrote it to its log. Your cart is kept: try again.</source>
        <translation>抱歉，程序出错了，已写入日志。购物车还在，请再试一次。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CashierScreen</name>
    <message>
        <source>Scan or search</source>
        <translation>扫码或搜索</translation>
    </message>
    <message>
        <source>Scan, or type a phone number, name or product</source>
        <translation>扫码，或输入手机号、姓名拼音、商品</translation>
    </message>
    <message>
        <source>Scan a product to begin.</source>
        <translation>扫描商品，开始收银。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Regulars</source>
        <translation>欢迎使用常客</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Cannot change after the first sale.</source>
        <translation>第一笔销售后不能更改。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>A day of trade ends at</source>
        <translation>营业日结束于</translation>
    </message>
    <message>
        <source>Later sales count for the next day.</source>
        <translation>之后的销售算第二天。</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>开店</translation>
    </message>
    <message>
        <source>Try the demo shop</source>
        <translation>先看演示店</translation>
    </message>
    <message>
        <source>Give the shop a name.</source>
        <translation>请填写店名。</translation>
    </message>
    <message>
        <source>Making the demo shop</source>
        <translation>正在准备演示店</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>A scanner is heard wherever the focus is.</source>
        <translation>光标在哪里，扫码枪都能用。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Cashier</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>切换页面</translation>
    </message>
    <message>
        <source>Find or enrol a member</source>
        <translation>找会员或新建会员</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>选择商品</translation>
    </message>
    <message>
        <source>Hold the cart</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Recall a held cart</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>Spend points</source>
        <translation>使用积分</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Quantity of the line</source>
        <translation>改数量</translation>
    </message>
    <message>
        <source>Discount on the line</source>
        <translation>单品折扣</translation>
    </message>
    <message>
        <source>Discount on the whole cart</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>Sell by name and price</source>
        <translation>手工输入商品和价格</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>删除该行</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>回到搜索框</translation>
    </message>
    <message>
        <source>Add a new one</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No shop yet</source>
        <translation>还没有店铺</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>常客</translation>
    </message>
    <message>
        <source>Opening the shop…</source>
        <translation>正在打开店铺…</translation>
    </message>
    <message>
        <source>{key} all keys</source>
        <translation>{key} 全部按键</translation>
    </message>
</context>
<context>
    <name>MembersScreen</name>
    <message>
        <source>No members yet.</source>
        <translation>还没有会员。</translation>
    </message>
</context>
<context>
    <name>PrinterSheet</name>
    <message>
        <source>Print receipts on</source>
        <translation>小票打印到</translation>
    </message>
    <message>
        <source>Print cards on</source>
        <translation>会员卡打印到</translation>
    </message>
    <message>
        <source>Asked once. Change it in Settings.</source>
        <translation>只问一次，可在设置中更改。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>No printer is installed on this PC. Install one, or save the PDF instead.</source>
        <translation>这台电脑没有安装打印机。请先安装，或改为保存 PDF。</translation>
    </message>
    <message>
        <source>{printer} did not take the print. Nothing is lost: check it and print again.</source>
        <translation>{printer} 没有接受打印。数据没有丢失：检查打印机后再打印。</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>选择打印机</translation>
    </message>
</context>
<context>
    <name>ProductsScreen</name>
    <message>
        <source>No products yet.</source>
        <translation>还没有商品。</translation>
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
        <translation>还没有销售记录。</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Cashier</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings appear when the shop is open.</source>
        <translation>店铺打开后显示设置。</translation>
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
        <translation>{number} 号收银台 · {staff}</translation>
    </message>
    <message>
        <source>No receipt printer chosen</source>
        <translation>未选小票打印机</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Backup just now</source>
        <translation>刚刚备份</translation>
    </message>
    <message>
        <source>Backup {count} min ago</source>
        <translation>备份 {count} 分钟前</translation>
    </message>
    <message>
        <source>Backup {count} h ago</source>
        <translation>备份 {count} 小时前</translation>
    </message>
    <message>
        <source>Backup {count} days ago</source>
        <translation>备份 {count} 天前</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo Ctrl+Z</source>
        <translation>撤销 Ctrl+Z</translation>
    </message>
</context>
</TS>
