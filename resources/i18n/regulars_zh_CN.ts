<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddCardSheet</name>
    <message>
        <source>One more card</source>
        <translation>再加一张卡</translation>
    </message>
    <message>
        <source>Name on the card</source>
        <translation>卡上姓名</translation>
    </message>
    <message>
        <source>Empty for {name}; a relative&apos;s card counts for the same member.</source>
        <translation>留空则为 {name}；家人的卡也记在同一会员。</translation>
    </message>
    <message>
        <source>Carried as</source>
        <translation>卡的形式</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>电子卡</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>实体卡</translation>
    </message>
    <message>
        <source>Add the card</source>
        <translation>加卡</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Sorry, the program made a mistake and wrote it to its log. Your cart is kept: try again.</source>
        <translation>抱歉，程序出错了，已写入日志。购物车还在，请再试一次。</translation>
    </message>
</context>
<context>
    <name>AtTheTill</name>
    <message>
        <source>You are alone at this till. Settings, Staff adds people and their PINs.</source>
        <translation>本机只有您一人。可在“设置 › 员工”里添加员工和密码。</translation>
    </message>
    <message>
        <source>{name} is at the till</source>
        <translation>{name} 已登录收银台</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Person added</source>
        <translation>添加员工</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>修改角色</translation>
    </message>
    <message>
        <source>Person disabled</source>
        <translation>停用员工</translation>
    </message>
    <message>
        <source>Person enabled</source>
        <translation>启用员工</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>PIN taken away</source>
        <translation>取消密码</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>Staff card made</source>
        <translation>制作员工卡</translation>
    </message>
    <message>
        <source>Limits changed</source>
        <translation>修改权限</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Approved on the spot</source>
        <translation>当场批准</translation>
    </message>
    <message>
        <source>Discount over the limit</source>
        <translation>超限折扣</translation>
    </message>
    <message>
        <source>Open item over the limit</source>
        <translation>超限无码商品</translation>
    </message>
    <message>
        <source>Points by hand, approved</source>
        <translation>手工积分（经批准）</translation>
    </message>
    <message>
        <source>Late claim, approved</source>
        <translation>补积分（经批准）</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>改标价</translation>
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
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Scheme changed</source>
        <translation>修改方案</translation>
    </message>
    <message>
        <source>Kept money paid out</source>
        <translation>退还储值款</translation>
    </message>
    <message>
        <source>Members exported</source>
        <translation>导出会员</translation>
    </message>
    <message>
        <source>Products exported</source>
        <translation>导出商品</translation>
    </message>
    <message>
        <source>Sales exported</source>
        <translation>导出销售</translation>
    </message>
    <message>
        <source>Points exported</source>
        <translation>导出积分</translation>
    </message>
    <message>
        <source>Stock exported</source>
        <translation>导出库存</translation>
    </message>
    <message>
        <source>Audit trail exported</source>
        <translation>导出操作记录</translation>
    </message>
    <message>
        <source>Refund of more than was sold</source>
        <translation>退货超过所售</translation>
    </message>
    <message>
        <source>Drawer opened</source>
        <translation>钱箱开班</translation>
    </message>
    <message>
        <source>Gone back to a backup</source>
        <translation>恢复到备份</translation>
    </message>
    <message>
        <source>Drawer closed</source>
        <translation>钱箱交班</translation>
    </message>
    <message>
        <source>Member frozen</source>
        <translation>冻结会员</translation>
    </message>
    <message>
        <source>Member active again</source>
        <translation>会员恢复正常</translation>
    </message>
    <message>
        <source>Member archived</source>
        <translation>会员归档</translation>
    </message>
    <message>
        <source>Phone shown</source>
        <translation>查看手机号</translation>
    </message>
    <message>
        <source>Said to be two people</source>
        <translation>确认是两个人</translation>
    </message>
    <message>
        <source>May be one person again</source>
        <translation>撤回“是两个人”</translation>
    </message>
    <message>
        <source>Card reported lost</source>
        <translation>会员卡挂失</translation>
    </message>
    <message>
        <source>Card replaced</source>
        <translation>换发会员卡</translation>
    </message>
    <message>
        <source>Card closed</source>
        <translation>停用会员卡</translation>
    </message>
    <message>
        <source>Credit limit changed</source>
        <translation>修改赊账额度</translation>
    </message>
    <message>
        <source>Credit over the limit</source>
        <translation>超额赊账</translation>
    </message>
    <message>
        <source>Debt written off</source>
        <translation>核销欠款</translation>
    </message>
    <message>
        <source>Deposit kept</source>
        <translation>没收订金</translation>
    </message>
    <message>
        <source>Commission changed</source>
        <translation>修改提成</translation>
    </message>
    <message>
        <source>Coupons issued</source>
        <translation>发放优惠券</translation>
    </message>
    <message>
        <source>Coupon revoked</source>
        <translation>作废优惠券</translation>
    </message>
    <message>
        <source>Sale voided</source>
        <translation>作废销售</translation>
    </message>
    <message>
        <source>Goods taken back</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Cash put in</source>
        <translation>存入现金</translation>
    </message>
    <message>
        <source>Cash paid out</source>
        <translation>支出现金</translation>
    </message>
    <message>
        <source>Cash to the safe</source>
        <translation>缴存保险箱</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>无销售开箱</translation>
    </message>
    <message>
        <source>Count differed</source>
        <translation>清点不符</translation>
    </message>
    <message>
        <source>Members merged</source>
        <translation>合并会员</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Tiers lifted</source>
        <translation>会员升级</translation>
    </message>
    <message>
        <source>Given to everybody</source>
        <translation>统一发放</translation>
    </message>
    <message>
        <source>Gift taken back</source>
        <translation>收回发放</translation>
    </message>
    <message>
        <source>Partner card added</source>
        <translation>登记联名卡</translation>
    </message>
    <message>
        <source>Partner card removed</source>
        <translation>移除联名卡</translation>
    </message>
    <message>
        <source>Members imported</source>
        <translation>导入会员</translation>
    </message>
    <message>
        <source>Products imported</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>Sales imported</source>
        <translation>导入销售</translation>
    </message>
    <message>
        <source>Stock imported</source>
        <translation>导入库存</translation>
    </message>
    <message>
        <source>Rule of follow-ups</source>
        <translation>回访规则</translation>
    </message>
    <message>
        <source>Answers of a form taken down</source>
        <translation>已录入表单回答</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>Case solved</source>
        <translation>投诉已解决</translation>
    </message>
    <message>
        <source>Case opened again</source>
        <translation>投诉重新打开</translation>
    </message>
    <message>
        <source>Challenge made</source>
        <translation>新建挑战赛</translation>
    </message>
    <message>
        <source>Challenge called off</source>
        <translation>取消挑战赛</translation>
    </message>
    <message>
        <source>List of a campaign exported</source>
        <translation>已导出活动名单</translation>
    </message>
    <message>
        <source>Campaign started</source>
        <translation>活动已开始</translation>
    </message>
    <message>
        <source>Campaign stopped</source>
        <translation>活动已停止</translation>
    </message>
    <message>
        <source>Call list opened</source>
        <translation>打开了电话名单</translation>
    </message>
    <message>
        <source>Report exported</source>
        <translation>导出报表</translation>
    </message>
    <message>
        <source>Stock kept</source>
        <translation>开始管理库存</translation>
    </message>
    <message>
        <source>Stock no longer kept</source>
        <translation>不再管理库存</translation>
    </message>
    <message>
        <source>Delivery booked</source>
        <translation>登记进货</translation>
    </message>
    <message>
        <source>Stock counted</source>
        <translation>登记盘点</translation>
    </message>
    <message>
        <source>Loss booked</source>
        <translation>登记报损</translation>
    </message>
    <message>
        <source>Barcodes given</source>
        <translation>分配店内码</translation>
    </message>
    <message>
        <source>Invoice issued</source>
        <translation>开具发票</translation>
    </message>
    <message>
        <source>Invoice cancelled</source>
        <translation>取消发票</translation>
    </message>
    <message>
        <source>Card active</source>
        <translation>会员卡启用</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit trail</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>What each person did</source>
        <translation>各人的异常操作</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
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
        <translation>直接读自销售、退货和各项流水，不可修改。</translation>
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
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Before → after, why</source>
        <translation>之前 → 之后，原因</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Voids</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>No sale</source>
        <translation>空开钱箱</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>手工折扣</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>手工积分</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>作废券</translation>
    </message>
    <message>
        <source>Set free</source>
        <translation>解冻</translation>
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
        <translation>手工给分</translation>
    </message>
    <message>
        <source>Points claimed</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Coupons by hand</source>
        <translation>手工发券</translation>
    </message>
    <message>
        <source>Coupons revoked</source>
        <translation>作废券</translation>
    </message>
    <message>
        <source>Members and cards set free</source>
        <translation>解冻会员、恢复卡</translation>
    </message>
    <message>
        <source>Wrong PINs</source>
        <translation>错误密码</translation>
    </message>
</context>
<context>
    <name>BacktestCard</name>
    <message>
        <source>Try it on your own past</source>
        <translation>用自己的账试一遍</translation>
    </message>
    <message>
        <source>Only reckons; nothing in the shop changes.</source>
        <translation>只计算，不改动任何数据。</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>最近 3 个月</translation>
    </message>
    <message>
        <source>Last 3 years</source>
        <translation>最近 3 年</translation>
    </message>
    <message>
        <source>All sales</source>
        <translation>全部流水</translation>
    </message>
    <message>
        <source>Which sales</source>
        <translation>哪段时间</translation>
    </message>
    <message>
        <source>Beside no other</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>Beside “{title}”</source>
        <translation>对比“{title}”</translation>
    </message>
    <message>
        <source>Beside which scheme</source>
        <translation>与哪套方案对比</translation>
    </message>
    <message>
        <source>Reckon</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What the shop would owe, month by month</source>
        <translation>每月末未兑积分负债</translation>
    </message>
    <message>
        <source>What would it have given away, cost and owed, on the sales you made?</source>
        <translation>用过去的流水算一算：会送出多少、花费多少、还欠多少。</translation>
    </message>
    <message>
        <source>There are no sales in these months. Make or import some, then try again.</source>
        <translation>这段时间没有流水。先收银或导入流水，再来试算。</translation>
    </message>
    <message>
        <source>What the shop would owe</source>
        <translation>未兑积分负债</translation>
    </message>
    <message>
        <source>{first} to {last} · {sales} sales · {revenue}</source>
        <translation>{first} 至 {last} · {sales} 单 · {revenue}</translation>
    </message>
    <message>
        <source>Members at the end, “{title}”: {tiers}</source>
        <translation>期末会员（“{title}”）：{tiers}</translation>
    </message>
    <message>
        <source>Given away in all</source>
        <translation>给出合计</translation>
    </message>
    <message>
        <source>Of the revenue</source>
        <translation>占营业额</translation>
    </message>
    <message>
        <source>Of it discounts</source>
        <translation>其中折扣</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>可得积分</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>使用积分</translation>
    </message>
    <message>
        <source>Points lapsed</source>
        <translation>过期积分</translation>
    </message>
    <message>
        <source>Fees paid by members</source>
        <translation>会员费收入</translation>
    </message>
    <message>
        <source>Owed at the end</source>
        <translation>期末未兑负债</translation>
    </message>
    <message>
        <source>Members up / down a tier</source>
        <translation>升级 / 降级</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backup made and checked: {name}</source>
        <translation>备份已完成并通过检查：{name}</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>Restored. What was here before is kept as a backup.</source>
        <translation>已恢复。原来的数据已另存为备份。</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <translation>备份到文件</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>从文件恢复</translation>
    </message>
    <message>
        <source>Backups (*.db);;All files (*)</source>
        <translation>备份 (*.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>One is made by itself every hour in which something was sold, and before every import. A disk can fail: keep a copy on another one.</source>
        <translation>有销售时每小时自动备份一次，每次导入前也会备份。硬盘可能会坏，请在另一块盘上再留一份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back up to a file…</source>
        <translation>备份到文件…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Choose one and press Enter. You are asked before anything happens.</source>
        <translation>选一份备份，按 Enter。恢复之前会再问一次。</translation>
    </message>
    <message>
        <source>Go back to this one…</source>
        <translation>恢复这一份…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售笔数</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>Before going back</source>
        <translation>恢复前</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>1 分钟前</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} 小时前</translation>
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
        <translation>关闭</translation>
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
        <translation>您无权打开“{section}”，可请店长或店主打开一次。</translation>
    </message>
    <message>
        <source>Open with a PIN or card</source>
        <translation>用密码或员工卡打开</translation>
    </message>
</context>
<context>
    <name>BenefitsSheet</name>
    <message>
        <source>Rewards and coupons</source>
        <translation>兑换与优惠券</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>剩 {count} 次</translation>
    </message>
    <message>
        <source>Use one now: {before} → {after} · until {date}</source>
        <translation>现在用一次：{before} → {after} · {date} 前有效</translation>
    </message>
    <message>
        <source>Chosen again, it is taken off. A pass that pays for nothing is used at once.</source>
        <translation>再选一次即取消。次卡若无可抵商品，则立即计次。</translation>
    </message>
    <message>
        <source>pays {amount} of this sale</source>
        <translation>抵本单 {amount}</translation>
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
        <translation>已放入购物车，再选即取下</translation>
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
        <translation>历法</translation>
    </message>
    <message>
        <source>Solar</source>
        <translation>公历</translation>
    </message>
    <message>
        <source>Lunar</source>
        <translation>农历</translation>
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
        <translation>闰月</translation>
    </message>
    <message>
        <source>Year, month and day, or month and day alone</source>
        <translation>年月日，或只填月日</translation>
    </message>
    <message>
        <source>Type it as 1990-03-08 or 03-08</source>
        <translation>请按 1990-03-08 或 03-08 填写</translation>
    </message>
    <message>
        <source>Next on {date}</source>
        <translation>下次 {date}</translation>
    </message>
    <message>
        <source>, turning {age}</source>
        <translation>，满 {age} 岁</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>All of these</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>One of these at least</source>
        <translation>满足其一</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件之间的关系</translation>
    </message>
    <message>
        <source>Not this group</source>
        <translation>不属于这一组</translation>
    </message>
    <message>
        <source>Take the group away</source>
        <translation>去掉这一组</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Add what was bought</source>
        <translation>添加购买条件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>条件组</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>添加一组条件</translation>
    </message>
    <message>
        <source>Everybody, until a condition stands here.</source>
        <translation>写上条件之前，就是全部会员。</translation>
    </message>
</context>
<context>
    <name>BuyerSheet</name>
    <message>
        <source>Invoice title</source>
        <translation>发票抬头</translation>
    </message>
    <message>
        <source>Title: a company or a person</source>
        <translation>发票抬头：单位或个人</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
    <message>
        <source>Empty for a person</source>
        <translation>个人可不填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The invoice title is kept</source>
        <translation>已保存发票抬头</translation>
    </message>
    <message>
        <source>No invoice title is kept</source>
        <translation>已清除发票抬头</translation>
    </message>
    <message>
        <source>Kept; the tax number is of an older form: compare it once more</source>
        <translation>已保存；税号是旧格式，请再核对一遍</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>Call list</source>
        <translation>电话名单</translation>
    </message>
    <message>
        <source>Calls made</source>
        <translation>已打电话</translation>
    </message>
    <message>
        <source>Mend the last</source>
        <translation>更正上一个</translation>
    </message>
    <message>
        <source>Member&apos;s page</source>
        <translation>会员资料</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on this call</source>
        <translation>这次通话的备注</translation>
    </message>
    <message>
        <source>What was said, in a line</source>
        <translation>一句话记下谈了什么</translation>
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
        <translation>能打的电话都打完了。</translation>
    </message>
    <message>
        <source>{done} of {total} called</source>
        <translation>已打 {done} / {total}</translation>
    </message>
    <message>
        <source>Nobody of this campaign is to be called.</source>
        <translation>这个活动没有要打电话的人。</translation>
    </message>
    <message>
        <source>No phone number</source>
        <translation>没有手机号</translation>
    </message>
    <message>
        <source>Coupon {code}</source>
        <translation>优惠券 {code}</translation>
    </message>
    <message>
        <source>Press the same key once more: their consent is taken back and no campaign asks them again.</source>
        <translation>再按一次同一个键：将撤回该会员的营销同意，任何活动都不再联系。</translation>
    </message>
    <message>
        <source>May not be called now: {reason}</source>
        <translation>现在不能打：{reason}</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Starting the camera…</source>
        <translation>正在打开摄像头…</translation>
    </message>
    <message>
        <source>{key} off</source>
        <translation>{key} 关闭</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <source>Hold a code before the camera</source>
        <translation>把码对准摄像头</translation>
    </message>
    <message>
        <source>Read {code}</source>
        <translation>已读到 {code}</translation>
    </message>
</context>
<context>
    <name>CampaignDetail</name>
    <message>
        <source>Call list</source>
        <translation>电话名单</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Paper list</source>
        <translation>打印名单</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未入选名单</translation>
    </message>
    <message>
        <source>{channel} list</source>
        <translation>{channel}名单</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>From asked to bought</source>
        <translation>从邀请到购买</translation>
    </message>
    <message>
        <source>What it added</source>
        <translation>带来了什么</translation>
    </message>
    <message>
        <source>Visits added a person</source>
        <translation>每人增加的到店次数</translation>
    </message>
    <message>
        <source>Gross profit added a person</source>
        <translation>每人增加的毛利</translation>
    </message>
    <message>
        <source>Funnel and result</source>
        <translation>漏斗与结果</translation>
    </message>
    <message>
        <source>{days} · {reached} to ask, {holdout} held out · started by {who}</source>
        <translation>{days} · 邀请 {reached} 人，对照 {holdout} 人 · {who} 发起</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Reckoning…</source>
        <translation>计算中…</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>邀请对象</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>Will come</source>
        <translation>会来</translation>
    </message>
    <message>
        <source>Came to the door</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>已购买</translation>
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
        <translation>版本 {second} 与 {first} 相比</translation>
    </message>
    <message>
        <source>visits added a person; the line is zero</source>
        <translation>每人增加的到店次数，粗线为零</translation>
    </message>
    <message>
        <source>gross profit added a person; the line is zero</source>
        <translation>每人增加的毛利，粗线为零</translation>
    </message>
    <message>
        <source>{total} ({low} to {high})</source>
        <translation>{total}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{low} to {high}: cannot tell yet</source>
        <translation>{low} 至 {high}，还看不出来</translation>
    </message>
    <message>
        <source>Gross profit added in all</source>
        <translation>合计增加的毛利</translation>
    </message>
    <message>
        <source>Cost so far</source>
        <translation>目前花费</translation>
    </message>
    <message>
        <source>Left after the cost</source>
        <translation>扣除花费后</translation>
    </message>
    <message>
        <source>Return on the cost</source>
        <translation>投入回报</translation>
    </message>
    <message>
        <source>Coupons used</source>
        <translation>已用优惠券</translation>
    </message>
    <message>
        <source>Counted until {until}: days with a purchase of those asked against those held out by lot. The interval holds the truth in 95 of 100 campaigns.</source>
        <translation>统计到 {until}：受邀者与随机对照者的消费天数相比。100 次活动中有 95 次，真实值落在区间内。</translation>
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
        <translation>新活动</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>邀请谁</translation>
    </message>
    <message>
        <source>How, when and at what cost</source>
        <translation>方式、时间与花费</translation>
    </message>
    <message>
        <source>Asked by the first of these that leads to them, in the order they are ticked</source>
        <translation>按勾选的顺序，用第一个能联系到的方式</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>邀请哪些会员</translation>
    </message>
    <message>
        <source>First day, like 2026-11-22</source>
        <translation>首日，如 2026-11-22</translation>
    </message>
    <message>
        <source>Last day that counts</source>
        <translation>统计的最后一天</translation>
    </message>
    <message>
        <source>Held out, %</source>
        <translation>对照组，%</translation>
    </message>
    <message>
        <source>Drawn by lot and not asked: against them the effect is measured.</source>
        <translation>随机抽出、不邀请：效果与他们相比得出。</translation>
    </message>
    <message>
        <source>Effect to be seen, %</source>
        <translation>希望看到的效果，%</translation>
    </message>
    <message>
        <source>More visits than they usually make.</source>
        <translation>比平时多到店多少。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Empty: none.</source>
        <translation>留空：不限。</translation>
    </message>
    <message>
        <source>Spent once</source>
        <translation>固定花费</translation>
    </message>
    <message>
        <source>Cost of asking one</source>
        <translation>每邀请一人的花费</translation>
    </message>
    <message>
        <source>Gross margin, %</source>
        <translation>毛利率，%</translation>
    </message>
    <message>
        <source>For goods whose cost is not known; empty: the scheme&apos;s.</source>
        <translation>用于成本未知的商品，留空取方案的设置。</translation>
    </message>
    <message>
        <source>New conditions</source>
        <translation>新条件</translation>
    </message>
    <message>
        <source>Starting the campaign</source>
        <translation>正在启动活动</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
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
        <translation>会来</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不来</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>号码有误</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>勿再打</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>No offer</source>
        <translation>无优惠</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>活动邀请</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Did not agree to marketing</source>
        <translation>未同意营销联系</translation>
    </message>
    <message>
        <source>No channel leads to them</source>
        <translation>所选方式联系不到</translation>
    </message>
    <message>
        <source>Asked as often as the shop allows already</source>
        <translation>联系次数已达上限</translation>
    </message>
    <message>
        <source>Held out by another campaign that still runs</source>
        <translation>是另一进行中活动的对照组</translation>
    </message>
    <message>
        <source>Nobody is left to ask: choose others, or another channel.</source>
        <translation>没有可邀请的人：请换一批人或换一种方式。</translation>
    </message>
    <message>
        <source>Nobody is held out: what the campaign adds cannot be known.</source>
        <translation>没有对照组：无法知道活动带来了什么。</translation>
    </message>
    <message>
        <source>Too few people for the effect hoped for: the result may stay unclear.</source>
        <translation>人数不足以看出希望的效果：结果可能不明确。</translation>
    </message>
    <message>
        <source>It would cost more than the budget.</source>
        <translation>花费会超出预算。</translation>
    </message>
    <message>
        <source>The conditions name something the shop no longer has.</source>
        <translation>条件里有店里已不存在的名称。</translation>
    </message>
    <message>
        <source>Now are quiet hours: nobody may be asked until they end.</source>
        <translation>现在是免打扰时段，结束前不能联系任何人。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Coupon code</source>
        <translation>券码</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Shop&apos;s phone</source>
        <translation>店电话</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Too little is known of these people to say what it can show.</source>
        <translation>对这些人了解太少，无法说明能看出什么。</translation>
    </message>
    <message>
        <source>With {reached} asked and {holdout} held out you can see {smallest} visits a person; they make {usual} by themselves in as many days.</source>
        <translation>邀请 {reached} 人、对照 {holdout} 人，能看出每人 {smallest} 次到店的差别；同样天数里他们自己会来 {usual} 次。</translation>
    </message>
    <message>
        <source>To see {effect} you need {needed} people in all.</source>
        <translation>要看出 {effect} 次，一共需要 {needed} 人。</translation>
    </message>
    <message>
        <source>Nobody was held out, so nobody can say what it added.</source>
        <translation>没有对照组，所以无法知道带来了什么。</translation>
    </message>
    <message>
        <source>Cannot tell yet: too few people, or none of them came so far.</source>
        <translation>还看不出来：人数太少，或还没有人来。</translation>
    </message>
    <message>
        <source>Cannot tell yet: between {low} and {high} visits a person, and zero lies between.</source>
        <translation>还看不出来：每人 {low} 至 {high} 次到店，零在其中。</translation>
    </message>
    <message>
        <source>It added {each} visits a person, {total} in all (95%: {low} to {high} a person).</source>
        <translation>每人多来了 {each} 次，合计 {total} 次（95%：每人 {low} 至 {high} 次）。</translation>
    </message>
    <message>
        <source>It took away {each} visits a person, {total} in all (95%: {low} to {high} a person).</source>
        <translation>每人少来了 {each} 次，合计 {total} 次（95%：每人 {low} 至 {high} 次）。</translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>营销活动</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>No campaign yet: choose whom to ask, hold some out, and see what it adds.</source>
        <translation>还没有活动：选好邀请谁，留出对照组，看看带来了什么。</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新活动</translation>
    </message>
    <message>
        <source>Nothing that it gave is left to be taken back.</source>
        <translation>这次活动送出的已没有可收回的了。</translation>
    </message>
    <message>
        <source>Stopping the campaign</source>
        <translation>正在停止活动</translation>
    </message>
    <message>
        <source>“{name}” is stopped.</source>
        <translation>“{name}”已停止。</translation>
    </message>
    <message>
        <source>Coupons revoked: {count}.</source>
        <translation>已作废优惠券：{count} 张。</translation>
    </message>
    <message>
        <source>Points taken back: {points}, of {people} members.</source>
        <translation>已收回 {people} 位会员的 {points} 积分。</translation>
    </message>
    <message>
        <source>Broken off: what was not taken back stays for now.</source>
        <translation>已中断：尚未收回的暂时保留。</translation>
    </message>
    <message>
        <source>The new campaign is put aside.</source>
        <translation>新活动已放在一边。</translation>
    </message>
    <message>
        <source>“{name}” is started: {count} to ask.</source>
        <translation>“{name}”已启动：待邀请 {count} 人。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{rows} members written to {file}.</source>
        <translation>已把 {rows} 名会员写入 {file}。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>邀请对象</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>已购买</translation>
    </message>
</context>
<context>
    <name>CardsPanel</name>
    <message>
        <source>Cards</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation>加卡</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Report lost</source>
        <translation>挂失</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>找回</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>补卡</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持卡人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发卡日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>变更日期</translation>
    </message>
</context>
<context>
    <name>CardsSheet</name>
    <message>
        <source>All {count} in the list</source>
        <translation>列表中全部 {count} 位</translation>
    </message>
    <message>
        <source>The {count} chosen</source>
        <translation>已选的 {count} 位</translation>
    </message>
    <message>
        <source>Member cards</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>哪些会员</translation>
    </message>
    <message>
        <source>Onto</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Cards 85.6 × 54 mm</source>
        <translation>卡片 85.6 × 54 mm</translation>
    </message>
    <message>
        <source>A4, ten on a sheet</source>
        <translation>A4，每张十卡</translation>
    </message>
    <message>
        <source>Bleed: 3 mm of colour over the edge, to be cut off</source>
        <translation>出血：四边多 3 mm 底色，供裁切</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>A page for each side. Whoever has no card yet gets one.</source>
        <translation>每面一页。还没有卡的会员会自动发卡。</translation>
    </message>
    <message>
        <source>Fronts, then their backs: print on both sides, turned on the long edge.</source>
        <translation>先正面后背面：双面打印，沿长边翻转。</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>After a purchase</source>
        <translation>购买之后</translation>
    </message>
    <message>
        <source>Before the birthday</source>
        <translation>生日之前</translation>
    </message>
    <message>
        <source>Before a dependant&apos;s birthday</source>
        <translation>家属生日之前</translation>
    </message>
    <message>
        <source>Silent by their own rhythm</source>
        <translation>按个人节奏已沉默</translation>
    </message>
    <message>
        <source>Before a pass or plan ends</source>
        <translation>次卡或会籍到期之前</translation>
    </message>
    <message>
        <source>Bought {day}</source>
        <translation>购买于 {day}</translation>
    </message>
    <message>
        <source>Birthday {day}</source>
        <translation>生日 {day}</translation>
    </message>
    <message>
        <source>Dependant&apos;s birthday {day}</source>
        <translation>家属生日 {day}</translation>
    </message>
    <message>
        <source>Not here since {day}</source>
        <translation>{day} 后未到店</translation>
    </message>
    <message>
        <source>Ends {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>Given to somebody</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
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
        <translation>备注</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
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
        <translation>手工添加</translation>
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
        <translation>未解决</translation>
    </message>
    <message>
        <source>Score {score} of 5</source>
        <translation>评分 {score}/5</translation>
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
        <translation>回访</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
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
        <translation>例如 2026-12-01、12-01，或 +7 表示七天后</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Such as 72.5</source>
        <translation>例如 72.5</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>测量项目</translation>
    </message>
    <message>
        <source>Such as weight, body fat, level</source>
        <translation>例如体重、体脂率、水平</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Such as kg, %, level</source>
        <translation>例如 kg、%、级</translation>
    </message>
    <message>
        <source>Empty for none</source>
        <translation>留空表示没有目标</translation>
    </message>
    <message>
        <source>Correct the last value</source>
        <translation>更正最近一次数值</translation>
    </message>
    <message>
        <source>Empty strikes it out</source>
        <translation>留空表示作废</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>计划名称</translation>
    </message>
    <message>
        <source>What is agreed</source>
        <translation>约定内容</translation>
    </message>
    <message>
        <source>Checklist, one line each</source>
        <translation>清单，每行一项</translation>
    </message>
    <message>
        <source>No pass</source>
        <translation>不关联次卡</translation>
    </message>
    <message>
        <source>Its uses are the sessions of the plan</source>
        <translation>以次卡的次数作为计划的次数</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Sessions (may be left out)</source>
        <translation>次数（可不填）</translation>
    </message>
    <message>
        <source>Plan of care or training</source>
        <translation>护理或训练计划</translation>
    </message>
    <message>
        <source>Note (may be left out)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>记一次</translation>
    </message>
</context>
<context>
    <name>CarePanel</name>
    <message>
        <source>Follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Progress as PDF</source>
        <translation>进展报告 PDF</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>关怀</translation>
    </message>
    <message>
        <source>Nothing yet. Promise to call, take feedback down, measure, or agree on a plan.</source>
        <translation>还没有记录。可以添加回访、记下反馈、登记测量或约定计划。</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>记一次</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
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
        <translation>没有有效数值</translation>
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
        <translation>目标 {value}</translation>
    </message>
    <message>
        <source>Sessions {used} of {sessions}</source>
        <translation>次数 {used}/{sessions}</translation>
    </message>
    <message>
        <source>Sessions {used}</source>
        <translation>次数 {used}</translation>
    </message>
    <message>
        <source>over since {day}</source>
        <translation>{day} 结束</translation>
    </message>
    <message>
        <source>{done} of {steps} ticked</source>
        <translation>清单 {done}/{steps}</translation>
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
        <translation>关怀页签</translation>
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
        <translation>投诉</translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation>挑战赛</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Solved…</source>
        <translation>已解决…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Choose a case in the list.</source>
        <translation>请在列表中选择一条投诉。</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Which cases</source>
        <translation>哪些投诉</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>From a form…</source>
        <translation>导入表单…</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>非会员</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Answers of a form</source>
        <translation>表单回答</translation>
    </message>
    <message>
        <source>Taking down the answers</source>
        <translation>正在录入回答</translation>
    </message>
    <message>
        <source>Answers taken down: {taken}. Cases opened: {cases}.</source>
        <translation>已录入 {taken} 条回答，立案 {cases} 件。</translation>
    </message>
    <message>
        <source>Known already: {count}.</source>
        <translation>之前已录入 {count} 条。</translation>
    </message>
    <message>
        <source>Rows that say nothing to keep: {count}, the first in line {line}.</source>
        <translation>{count} 行没有可录入的内容，第一处在第 {line} 行。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What was done or said</source>
        <translation>做了什么、说了什么</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>How it was put right</source>
        <translation>如何解决的</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>No case is open. A complaint, or a score of 1 or 2, opens one.</source>
        <translation>没有未解决的投诉。投诉或 1、2 分的评分会自动立案。</translation>
    </message>
    <message>
        <source>No case was solved yet.</source>
        <translation>还没有已解决的投诉。</translation>
    </message>
</context>
<context>
    <name>Cashier</name>
    <message>
        <source>whole cart</source>
        <translation>整单</translation>
    </message>
    <message>
        <source>No sale yet: nothing to print again</source>
        <translation>还没有销售，没有可重印的小票</translation>
    </message>
    <message>
        <source>The phone number looks unusual; it was kept as typed</source>
        <translation>手机号格式少见，已按原样保存</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>礼品卡</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>店铺余额</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>赊账</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>订金</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>Rounded down</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>Removed {name} × {quantity}</source>
        <translation>已删除 {name} × {quantity}</translation>
    </message>
    <message>
        <source>The cart was emptied</source>
        <translation>已清空购物车</translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation>欢迎，{name}</translation>
    </message>
    <message>
        <source>{name} was merged: the cart is member {number}&apos;s now</source>
        <translation>{name} 已被合并：购物车转到会员 {number}</translation>
    </message>
    <message>
        <source>The member was taken off</source>
        <translation>已取消会员</translation>
    </message>
    <message>
        <source>{name} is checked in · visit {visits}</source>
        <translation>{name} 已签到 · 第 {visits} 次到店</translation>
    </message>
    <message>
        <source>{name} is checked in · visit {visits} · {points} points</source>
        <translation>{name} 已签到 · 第 {visits} 次 · 得 {points} 分</translation>
    </message>
    <message>
        <source>{name} was already checked in today</source>
        <translation>{name} 今天已经签到过了</translation>
    </message>
    <message>
        <source>The sale is on hold · {key} recalls it</source>
        <translation>已挂单 · 按 {key} 取单</translation>
    </message>
    <message>
        <source>The held sale is back</source>
        <translation>已取回挂单</translation>
    </message>
    <message>
        <source>The held sale of {total_minor} was discarded</source>
        <translation>已删除挂单 {total_minor}</translation>
    </message>
    <message>
        <source>No sale is on hold</source>
        <translation>没有挂单</translation>
    </message>
    <message>
        <source>{name} now costs {after_minor} instead of {before_minor}</source>
        <translation>{name} 现价 {after_minor}，原为 {before_minor}</translation>
    </message>
    <message>
        <source>Scan a member&apos;s card first, then spend points</source>
        <translation>请先扫会员卡，再使用积分</translation>
    </message>
    <message>
        <source>Too few points to spend here</source>
        <translation>积分不够抵扣</translation>
    </message>
    <message>
        <source>The cart is empty: scan a product first</source>
        <translation>购物车是空的，请先扫描商品</translation>
    </message>
    <message>
        <source>Scan a member&apos;s card first, then choose a reward or a coupon</source>
        <translation>先扫会员卡，再选兑换或优惠券</translation>
    </message>
    <message>
        <source>{name} has no reward, coupon or pass to use now</source>
        <translation>{name} 现在没有可用的兑换、优惠券或次卡</translation>
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
        <translation>已兑换 {name} · 积分 {before} → {after}</translation>
    </message>
    <message>
        <source>This coupon is on the cart already</source>
        <translation>这张券已在购物车里</translation>
    </message>
    <message>
        <source>{name}: one used · {before} → {after} left</source>
        <translation>{name}：已用一次 · 剩余 {before} → {after}</translation>
    </message>
    <message>
        <source>Scan a member&apos;s card first, then top up</source>
        <translation>先扫会员卡，再充值</translation>
    </message>
    <message>
        <source>This scheme has no stored value, passes, plans or gift cards</source>
        <translation>当前方案没有储值、次卡、付费会员或礼品卡</translation>
    </message>
    <message>
        <source>This gift card holds {amount}: scan it while paying</source>
        <translation>这张礼品卡余额 {amount}：收款时再扫</translation>
    </message>
    <message>
        <source>This gift card holds {amount} until {until}: scan it while paying</source>
        <translation>这张礼品卡余额 {amount}，{until} 到期：收款时再扫</translation>
    </message>
    <message>
        <source>Deposit {number} pays {amount_minor} of this cart</source>
        <translation>订金 {number} 抵付本单 {amount_minor}</translation>
    </message>
    <message>
        <source>{amount_minor} of the deposit goes back in cash</source>
        <translation>订金余 {amount_minor} 退现金</translation>
    </message>
    <message>
        <source>Finish the exchange first, or take the goods brought back off the cart</source>
        <translation>请先完成换货，或把退回的商品移出</translation>
    </message>
    <message>
        <source>{points} points claimed · {before} → {after}</source>
        <translation>已补 {points} 积分 · {before} → {after}</translation>
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
        <translation>按 {text} 卖一件</translation>
    </message>
    <message>
        <source>Name it next</source>
        <translation>接着输入名称</translation>
    </message>
    <message>
        <source>Enrol {text} as a new member</source>
        <translation>为 {text} 办新会员</translation>
    </message>
    <message>
        <source>Nobody has this yet</source>
        <translation>还没有人使用</translation>
    </message>
    <message>
        <source>Deposit {number} is kept for good</source>
        <translation>订金 {number} 已转为收入</translation>
    </message>
    <message>
        <source>None on hand</source>
        <translation>无库存</translation>
    </message>
    <message>
        <source>Only {quantity} on hand</source>
        <translation>仅剩 {quantity}</translation>
    </message>
</context>
<context>
    <name>CashierScreen</name>
    <message>
        <source>Scan or search</source>
        <translation>扫码或搜索</translation>
    </message>
    <message>
        <source>Scan or type phone, name, product</source>
        <translation>扫码，或输入手机号、姓名、拼音、商品</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>购物车</translation>
    </message>
    <message>
        <source>Scan or tap a product to start a sale</source>
        <translation>扫描或点选商品，开始收银</translation>
    </message>
    <message>
        <source>Goods of {number} come back: {amount}</source>
        <translation>退回 {number} 的商品：{amount}</translation>
    </message>
    <message>
        <source>taken back at the till</source>
        <translation>收银台撤回</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>Recall {count}</source>
        <translation>取单 {count}</translation>
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
        <translation>例如 2026-12-01、12-01，或 +7 表示七天后</translation>
    </message>
    <message>
        <source>New challenge</source>
        <translation>新建挑战赛</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>比什么</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Prize (may be left out)</source>
        <translation>奖品（可不填）</translation>
    </message>
    <message>
        <source>Show whole names on the board</source>
        <translation>在榜上显示全名</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Member number, phone or card</source>
        <translation>会员号、手机号或卡号</translation>
    </message>
    <message>
        <source>Call the challenge off?</source>
        <translation>要取消这个挑战赛吗？</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>取消挑战赛</translation>
    </message>
</context>
<context>
    <name>Challenges</name>
    <message>
        <source>Days here</source>
        <translation>到店天数</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>消费金额</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>获得积分</translation>
    </message>
    <message>
        <source>Change of a measurement</source>
        <translation>测量值的变化</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
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
        <translation>一段时间里谁来得最多、消费最多、积分最多或进步最大。</translation>
    </message>
    <message>
        <source>New challenge</source>
        <translation>新建挑战赛</translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation>挑战赛</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>排行榜</translation>
    </message>
    <message>
        <source>Take part…</source>
        <translation>参加…</translation>
    </message>
    <message>
        <source>Take the chosen member out</source>
        <translation>移出所选会员</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>客显</translation>
    </message>
    <message>
        <source>Call the challenge off</source>
        <translation>取消挑战赛</translation>
    </message>
    <message>
        <source>No challenge yet. Members see on the customer display who leads.</source>
        <translation>还没有挑战赛。会员可以在客显上看到谁领先。</translation>
    </message>
    <message>
        <source>Nobody takes part yet. Scan a member&apos;s card.</source>
        <translation>还没有人参加，请扫描会员卡。</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>挑战赛</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>比什么</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>On the board</source>
        <translation>榜上显示</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>{name} takes part.</source>
        <translation>{name} 已参加。</translation>
    </message>
    <message>
        <source>Prize: {prize}</source>
        <translation>奖品：{prize}</translation>
    </message>
    <message>
        <source>“{name}” begins.</source>
        <translation>“{name}”开始了。</translation>
    </message>
    <message>
        <source>{name} no longer takes part.</source>
        <translation>{name} 已退出。</translation>
    </message>
    <message>
        <source>No customer display is switched on in the settings.</source>
        <translation>设置中没有开启客显。</translation>
    </message>
</context>
<context>
    <name>Chances</name>
    <message>
        <source>Surely still come</source>
        <translation>肯定还会来</translation>
    </message>
    <message>
        <source>Probably still come</source>
        <translation>多半还会来</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>说不准</translation>
    </message>
    <message>
        <source>Probably gone</source>
        <translation>多半不来了</translation>
    </message>
    <message>
        <source>Bought on one day only</source>
        <translation>只在一天消费过</translation>
    </message>
    <message>
        <source>Surely still comes</source>
        <translation>肯定还会来</translation>
    </message>
    <message>
        <source>Probably still comes</source>
        <translation>多半还会来</translation>
    </message>
    <message>
        <source>one purchase tells the model nothing of whether they stay</source>
        <translation>只消费过一天，模型看不出会不会留下</translation>
    </message>
    <message>
        <source>80% or more that they come again</source>
        <translation>再来的可能在 80% 以上</translation>
    </message>
    <message>
        <source>50 to 80% that they come again</source>
        <translation>再来的可能为 50% 到 80%</translation>
    </message>
    <message>
        <source>20 to 50%: the time to write to them</source>
        <translation>20% 到 50%：正是联系他们的时候</translation>
    </message>
    <message>
        <source>less than 20%: spend little here</source>
        <translation>不到 20%：少花钱</translation>
    </message>
</context>
<context>
    <name>ChangesSheet</name>
    <message>
        <source>Changed since it was held</source>
        <translation>挂单后有变动</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>It is sold at the prices of now.</source>
        <translation>按现在的价格结算。</translation>
    </message>
    <message>
        <source>Taken off sale meanwhile: take it out, or sell it as it is.</source>
        <translation>期间已下架：可以去掉，也可以照卖。</translation>
    </message>
    <message>
        <source>No price moved: offers, coupons or the member&apos;s standing did.</source>
        <translation>价格没变：优惠、优惠券或会员等级有变动。</translation>
    </message>
    <message>
        <source>no longer on sale</source>
        <translation>已下架</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>Charge</name>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Sell a pass</source>
        <translation>卖次卡</translation>
    </message>
    <message>
        <source>Paid plan</source>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>礼品卡</translation>
    </message>
    <message>
        <source>Repayment</source>
        <translation>赊账还款</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>订金</translation>
    </message>
    <message>
        <source>Deposit given back</source>
        <translation>退还订金</translation>
    </message>
    <message>
        <source>Gift card paid back</source>
        <translation>退还礼品卡</translation>
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
        <translation>还差 {amount}</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>Choose with 1</source>
        <translation>按 1 选择</translation>
    </message>
    <message>
        <source>Choose with 1 to {last}</source>
        <translation>按 1 至 {last} 选择</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
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
        <translation>请先填写订金用途</translation>
    </message>
    <message>
        <source>{bonus} of it is bonus</source>
        <translation>其中赠送 {bonus}</translation>
    </message>
    <message>
        <source>{bonus} of it is bonus, to be used by {until}</source>
        <translation>其中赠送 {bonus}，{until} 前有效</translation>
    </message>
    <message>
        <source>Bonus {bonus} in {count} parts: {first} now, the last on {last}</source>
        <translation>赠送 {bonus} 分 {count} 期：现在 {first}，末期 {last}</translation>
    </message>
    <message>
        <source>+ {bonus} in {count} parts</source>
        <translation>赠 {bonus}，分 {count} 期</translation>
    </message>
    <message>
        <source>+ {bonus} bonus</source>
        <translation>赠 {bonus}</translation>
    </message>
    <message>
        <source>Renew: {amount}</source>
        <translation>续费 {amount}</translation>
    </message>
    <message>
        <source>Switch: {amount} back</source>
        <translation>改换，退 {amount}</translation>
    </message>
    <message>
        <source>Switch: {amount} more</source>
        <translation>改换，补 {amount}</translation>
    </message>
    <message>
        <source>Free for {days} days</source>
        <translation>免费试用 {days} 天</translation>
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
        <translation>订金用途</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>实收现金</translation>
    </message>
    <message>
        <source>Cash received: + then type it</source>
        <translation>实收现金：按 + 后输入</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>What is charged or sold</source>
        <translation>充值或售卖</translation>
    </message>
    <message>
        <source>Choose an amount, or type one.</source>
        <translation>请选一个金额，或直接输入。</translation>
    </message>
    <message>
        <source>Choose one of them first.</source>
        <translation>请先选一项。</translation>
    </message>
    <message>
        <source>Another amount: * then type it</source>
        <translation>其他金额：按 * 后输入</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>其他金额</translation>
    </message>
    <message>
        <source>Given back by</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>Stored value {move}</source>
        <translation>储值 {move}</translation>
    </message>
</context>
<context>
    <name>ChartCards</name>
    <message>
        <source>Seen once a month has passed since somebody&apos;s first purchase.</source>
        <translation>有人首次购买满一个月后才能看到。</translation>
    </message>
    <message>
        <source>{month}: {members} bought first; {came} of them ({share}) in {then}</source>
        <translation>{month} 首次购买 {members} 人，其中 {came} 人（{share}）在 {then} 又来购买</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Trying every offer on a basket…</source>
        <translation>正在用篮子试算每个优惠…</translation>
    </message>
    <message>
        <source>Every offer was tried on a basket; nothing goes wrong.</source>
        <translation>每个优惠都已试算，没有发现问题。</translation>
    </message>
    <message>
        <source>Checked before it is used</source>
        <translation>启用前检查</translation>
    </message>
    <message>
        <source>Edit rules</source>
        <translation>编辑规则</translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message>
        <source>Every page of the file can be read</source>
        <translation>文件的每一页都能读取</translation>
    </message>
    <message>
        <source>Every record finds what it belongs to</source>
        <translation>记录之间的关联完整</translation>
    </message>
    <message>
        <source>The file is of this program and version</source>
        <translation>文件属于本软件，版本相符</translation>
    </message>
    <message>
        <source>Settings, till and keys are there</source>
        <translation>设置、收银台和密钥齐全</translation>
    </message>
    <message>
        <source>The clock is not behind the last sale</source>
        <translation>电脑时间不早于最后一笔销售</translation>
    </message>
    <message>
        <source>Receipt numbers have no gap and no double</source>
        <translation>小票号连续，没有重号</translation>
    </message>
    <message>
        <source>Every sale adds up to the cent</source>
        <translation>每笔销售的金额分毫不差</translation>
    </message>
    <message>
        <source>Every sale moved the points it names</source>
        <translation>每笔销售的积分变动与小票一致</translation>
    </message>
    <message>
        <source>No receipt was claimed twice</source>
        <translation>没有小票重复补积分</translation>
    </message>
    <message>
        <source>Every sale belongs to its till&apos;s day</source>
        <translation>每笔销售都归入正确的营业日</translation>
    </message>
    <message>
        <source>Every member is whole</source>
        <translation>会员资料完整</translation>
    </message>
    <message>
        <source>Points balances are the sum of their entries</source>
        <translation>积分余额等于明细之和</translation>
    </message>
    <message>
        <source>Visits are counted right</source>
        <translation>到店次数正确</translation>
    </message>
    <message>
        <source>What members spent is the sum of their sales</source>
        <translation>会员消费额等于其销售之和</translation>
    </message>
    <message>
        <source>What members left each day adds up</source>
        <translation>会员每天的消费对得上</translation>
    </message>
    <message>
        <source>Last visits are the last ones</source>
        <translation>最近到店时间正确</translation>
    </message>
    <message>
        <source>No points were spent twice</source>
        <translation>没有积分被重复使用</translation>
    </message>
    <message>
        <source>No coupon was used twice</source>
        <translation>没有优惠券被用两次</translation>
    </message>
    <message>
        <source>Nothing was given back twice</source>
        <translation>没有重复退款</translation>
    </message>
    <message>
        <source>Every reward was paid with its points</source>
        <translation>每次兑换都扣了相应积分</translation>
    </message>
    <message>
        <source>Every wallet is the sum of its entries</source>
        <translation>储值余额等于各笔记录之和</translation>
    </message>
    <message>
        <source>Gift cards hold what is left of them</source>
        <translation>礼品卡余额正确</translation>
    </message>
    <message>
        <source>Session passes have the uses left that they show</source>
        <translation>次卡剩余次数正确</translation>
    </message>
    <message>
        <source>Every top-up and fee adds up and is sealed</source>
        <translation>每笔充值和会费都对得上并已封存</translation>
    </message>
    <message>
        <source>What members owe is the sum of their purchases</source>
        <translation>会员欠款与赊账明细相符</translation>
    </message>
    <message>
        <source>Deposits hold what is left of them</source>
        <translation>订金余额与明细相符</translation>
    </message>
    <message>
        <source>Every tip is a line of its sale</source>
        <translation>每笔小费都是所属销售的一行</translation>
    </message>
    <message>
        <source>Every Z report agrees with its drawer; none is missing</source>
        <translation>每份日结单都与钱箱一致，一份不缺</translation>
    </message>
    <message>
        <source>Tiers and plans follow from what was counted</source>
        <translation>等级和会员方案与累计相符</translation>
    </message>
    <message>
        <source>What is on hand is the sum of its moves</source>
        <translation>现有库存等于全部变动之和</translation>
    </message>
    <message>
        <source>Campaigns asked and gave as drawn</source>
        <translation>活动只联系、只发放给抽中的会员</translation>
    </message>
    <message>
        <source>Merged members left nothing behind</source>
        <translation>合并的会员没有遗留</translation>
    </message>
    <message>
        <source>Follow-ups and cases stand as their last entry says</source>
        <translation>回访与投诉和最后一条记录一致</translation>
    </message>
    <message>
        <source>Hints at the till follow from what was bought</source>
        <translation>收银提示与购买记录相符</translation>
    </message>
    <message>
        <source>What members like is as their sales tell</source>
        <translation>会员偏好与其销售记录一致</translation>
    </message>
    <message>
        <source>The past that forecasts look at is as the sales tell</source>
        <translation>预测所依据的过往与销售记录一致</translation>
    </message>
    <message>
        <source>Who bought much-bought goods is as the sales tell</source>
        <translation>谁买过热销商品，与销售记录一致</translation>
    </message>
    <message>
        <source>Every sale is sealed</source>
        <translation>每笔销售都有防篡改校验</translation>
    </message>
    <message>
        <source>No sale was changed after it was sealed</source>
        <translation>没有销售被事后改动</translation>
    </message>
    <message>
        <source>Every member can be found by name</source>
        <translation>每位会员都能按姓名找到</translation>
    </message>
    <message>
        <source>Every card code is of this shop</source>
        <translation>每个卡号都属于本店</translation>
    </message>
    <message>
        <source>Every held sale can be recalled</source>
        <translation>每张挂单都能取回</translation>
    </message>
    <message>
        <source>Checking the shop&apos;s file</source>
        <translation>正在检查店铺文件</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>数据检查</translation>
    </message>
    <message>
        <source>Reads the whole file and proves that every balance, receipt and seal is right. Nothing is changed.</source>
        <translation>读取整个文件，核对每个余额、每张小票和防篡改校验。只检查，不改动。</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>全面检查</translation>
    </message>
    <message>
        <source>{count} of {total} checks failed. Sales and balances are right: what failed is kept only to answer quickly. Close Regulars, run “regulars doctor --renew” on the command line, and start again: it is made anew.</source>
        <translation>{total} 项检查中有 {count} 项未通过。销售和余额都没有问题，出错的只是为加快查询而保存的数据。请关闭 Regulars，在命令行运行“regulars doctor --renew”，再重新打开，这些数据会自动重建。</translation>
    </message>
    <message>
        <source>{count} of {total} checks failed. Make a backup to a file, then ask for help.</source>
        <translation>{total} 项检查中有 {count} 项未通过。请先备份到文件，再寻求帮助。</translation>
    </message>
    <message>
        <source>All {total} checks hold.</source>
        <translation>{total} 项检查全部通过。</translation>
    </message>
    <message>
        <source>Failed: {check} ({detail})</source>
        <translation>未通过：{check}（{detail}）</translation>
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
        <translation>商品或会员</translation>
    </message>
    <message>
        <source>Scan the goods or the member&apos;s card, or type a name</source>
        <translation>扫描商品或会员卡，或输入名称</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>退回的商品</translation>
    </message>
    <message>
        <source>+ and − change the quantity. They are taken back at today&apos;s price.</source>
        <translation>+ 和 − 改数量。按今天的价格退。</translation>
    </message>
    <message>
        <source>Scan the goods, or type how many come back. Space takes the whole line.</source>
        <translation>扫商品，或输入退回的数量。空格退整行。</translation>
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
        <translation>未退部分实付</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>本次退</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>应退</translation>
    </message>
</context>
<context>
    <name>ClaimSheet</name>
    <message>
        <source>Claim points</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Give the points of this sale of {amount} to {name}? This works once.</source>
        <translation>把这笔 {amount} 的积分补给 {name}？每张小票只能补一次。</translation>
    </message>
    <message>
        <source>Points {moved}</source>
        <translation>积分 {moved}</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>补积分</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>phones end the same</source>
        <translation>电话末段相同</translation>
    </message>
    <message>
        <source>same WeChat</source>
        <translation>微信相同</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>邮箱相同</translation>
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
        <translation>姓名读音相近</translation>
    </message>
    <message>
        <source>names a letter apart</source>
        <translation>姓名差一个字母</translation>
    </message>
    <message>
        <source>same last four digits</source>
        <translation>尾号四位相同</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>Phone that cannot be dialled</source>
        <translation>电话打不通（格式不对）</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>没有姓名</translation>
    </message>
    <message>
        <source>No birthday</source>
        <translation>没有生日</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>没有地址</translation>
    </message>
    <message>
        <source>Never asked about offers</source>
        <translation>未问过是否接收优惠</translation>
    </message>
    <message>
        <source>Not looked at for two years</source>
        <translation>两年没有核对过</translation>
    </message>
</context>
<context>
    <name>CleaningSheet</name>
    <message>
        <source>Looking for members who are there twice…</source>
        <translation>正在查找重复的会员…</translation>
    </message>
    <message>
        <source>No two members look like one person.</source>
        <translation>没有像同一人的会员。</translation>
    </message>
    <message>
        <source>The likeliest {count} of {total}</source>
        <translation>共 {total} 对，列出最可能的 {count} 对</translation>
    </message>
    <message>
        <source>{one} and {other} are two people; not listed again.</source>
        <translation>{one} 与 {other} 是两个人，不再列出。</translation>
    </message>
    <message>
        <source>{one} and {other} are listed again.</source>
        <translation>{one} 和 {other} 重新列出。</translation>
    </message>
    <message>
        <source>Clean up members</source>
        <translation>整理会员资料</translation>
    </message>
    <message>
        <source>What to look over</source>
        <translation>要整理的内容</translation>
    </message>
    <message>
        <source>Pairs that may be one person</source>
        <translation>可能是同一人的会员</translation>
    </message>
    <message>
        <source>Missing and old</source>
        <translation>缺失与过时</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation>这里没有要处理的。</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>And</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Missing or old</source>
        <translation>缺失或过时</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
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
        <translation>颜色代码</translation>
    </message>
</context>
<context>
    <name>ColourPicker</name>
    <message>
        <source>As its category</source>
        <translation>同分类颜色</translation>
    </message>
</context>
<context>
    <name>CommissionSheet</name>
    <message>
        <source>Commissions</source>
        <translation>提成</translation>
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
        <translation>人员</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Nothing was sold in these days.</source>
        <translation>这几天没有销售。</translation>
    </message>
    <message>
        <source>Net is after discounts, less what was taken back in these days. Tips are told apart: they are no revenue.</source>
        <translation>净额为折后金额减去期间内的退货。小费单独列出，不计入营业额。</translation>
    </message>
    <message>
        <source>Net {net} · commission {commission}</source>
        <translation>净额 {net} · 提成 {commission}</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>服务金额</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>提成</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小费</translation>
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
        <translation>打印报表</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
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
        <translation>Tab 键换一组，方向键换一个指标，这里显示它的统计口径；按回车打开明细。</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>counting…</source>
        <translation>统计中…</translation>
    </message>
    <message>
        <source>of {everyone} members, {share}%</source>
        <translation>名会员，共 {everyone} 名，占 {share}%</translation>
    </message>
    <message>
        <source>Reading sales to count exactly: {percent}%. The figure follows by itself.</source>
        <translation>正在读取销售记录以精确计数：{percent}%。完成后数字会自动更新。</translation>
    </message>
    <message>
        <source>The shop&apos;s file cannot be written, so what is read is not kept: the exact count follows all the same, but takes some minutes. See that the disk may be written to, then start Regulars again.</source>
        <translation>店铺文件无法写入，读取的结果无法保存：准确人数仍会算出，但要等几分钟。请检查磁盘是否可写，再重新打开 Regulars。</translation>
    </message>
    <message>
        <source>The disk has too little room to keep what is read: the exact count follows all the same, but takes some minutes. Free 1 GB or more.</source>
        <translation>磁盘空间不足，读取的结果无法保存：准确人数仍会算出，但要等几分钟。请腾出至少 1&#xa0;GB 空间。</translation>
    </message>
    <message>
        <source>The shop has no members yet.</source>
        <translation>店里还没有会员。</translation>
    </message>
    <message>
        <source>Nobody is in it today: loosen a condition.</source>
        <translation>今天没有人符合，请放宽条件。</translation>
    </message>
    <message>
        <source>This is everybody: the conditions leave nobody out.</source>
        <translation>这就是全部会员：这些条件没有排除任何人。</translation>
    </message>
</context>
<context>
    <name>CountSheet</name>
    <message>
        <source>Close the day</source>
        <translation>交班日结</translation>
    </message>
    <message>
        <source>Cash in the drawer, counted</source>
        <translation>钱箱实点现金</translation>
    </message>
    <message>
        <source>Or count notes and coins</source>
        <translation>或按面额清点</translation>
    </message>
    <message>
        <source>Looked up in the evening, if you like</source>
        <translation>其他收款核对（可不填）</translation>
    </message>
    <message>
        <source>How many of {piece}</source>
        <translation>{piece} 的张数</translation>
    </message>
    <message>
        <source>Open since {time}, a day that is over. Count it now.</source>
        <translation>此班自 {time} 开班，已过营业日，请现在清点。</translation>
    </message>
    <message>
        <source>Selling since {time}. Leave the amount empty to close uncounted.</source>
        <translation>自 {time} 起营业。金额留空则不清点直接日结。</translation>
    </message>
    <message>
        <source>Open since {time}. What should be there is shown after the count.</source>
        <translation>{time} 开班。应有金额在清点后显示。</translation>
    </message>
    <message>
        <source>Type what was counted; 0 for an empty drawer.</source>
        <translation>请填写清点金额；空钱箱填 0。</translation>
    </message>
</context>
<context>
    <name>Currencies</name>
    <message>
        <source>Chinese yuan</source>
        <translation>人民币</translation>
    </message>
    <message>
        <source>New Taiwan dollar</source>
        <translation>新台币</translation>
    </message>
    <message>
        <source>Hong Kong dollar</source>
        <translation>港元</translation>
    </message>
    <message>
        <source>Macao pataca</source>
        <translation>澳门元</translation>
    </message>
    <message>
        <source>Singapore dollar</source>
        <translation>新加坡元</translation>
    </message>
    <message>
        <source>Malaysian ringgit</source>
        <translation>马来西亚林吉特</translation>
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
        <translation>澳大利亚元</translation>
    </message>
    <message>
        <source>New Zealand dollar</source>
        <translation>新西兰元</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>欧元</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>英镑</translation>
    </message>
    <message>
        <source>Japanese yen</source>
        <translation>日元</translation>
    </message>
    <message>
        <source>South Korean won</source>
        <translation>韩元</translation>
    </message>
    <message>
        <source>Thai baht</source>
        <translation>泰铢</translation>
    </message>
    <message>
        <source>Vietnamese dong</source>
        <translation>越南盾</translation>
    </message>
    <message>
        <source>Philippine peso</source>
        <translation>菲律宾比索</translation>
    </message>
    <message>
        <source>Indonesian rupiah</source>
        <translation>印尼盾</translation>
    </message>
    <message>
        <source>Indian rupee</source>
        <translation>印度卢比</translation>
    </message>
    <message>
        <source>Kuwaiti dinar</source>
        <translation>科威特第纳尔</translation>
    </message>
</context>
<context>
    <name>CustomRow</name>
    <message>
        <source>Field, such as shoe size</source>
        <translation>项目，例如鞋码</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Take this field away</source>
        <translation>移除此项</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data &amp; about</source>
        <translation>数据与关于</translation>
    </message>
    <message>
        <source>Files in and out</source>
        <translation>导入与导出</translation>
    </message>
    <message>
        <source>CSV or Excel. An import takes all rows or none, makes a backup first, and adds nothing twice.</source>
        <translation>CSV 或 Excel。导入要么全部成功，要么完全不变；导入前先备份，不会重复添加。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import: {kind}</source>
        <translation>导入：{kind}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export: {kind}</source>
        <translation>导出：{kind}</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本软件</translation>
    </message>
    <message>
        <source>Where your data is</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>Parts made by others</source>
        <translation>第三方组件</translation>
    </message>
    <message>
        <source>Regulars · 常客 {version}</source>
        <translation>常客 · Regulars {version}</translation>
    </message>
    <message>
        <source>Members, points and sales for small shops. It works without the internet and sends nothing anywhere. Free software under the MIT licence.</source>
        <translation>为小店管理会员、积分和销售。无需联网，不向任何地方发送数据。自由软件，采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Log, without personal data</source>
        <translation>日志（不含个人信息）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>打开文件夹：{name}</translation>
    </message>
    <message>
        <source>Each stays under the licence of its makers.</source>
        <translation>各自遵循其作者的许可证。</translation>
    </message>
    <message>
        <source>Licence of {part}</source>
        <translation>{part} 的许可证</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Days</source>
        <translation>日期范围</translation>
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
        <translation>自选日期</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
</context>
<context>
    <name>DebtorsSheet</name>
    <message>
        <source>Who owes</source>
        <translation>赊账欠款</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>会员号</translation>
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
        <translation>回车把会员带到收银台还款</translation>
    </message>
    <message>
        <source>Nobody owes anything</source>
        <translation>没有人欠款</translation>
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
        <translation>关系，例如女儿</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
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
        <translation>订金</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Keep it for good</source>
        <translation>不退，转为收入</translation>
    </message>
    <message>
        <source>What becomes of the deposit</source>
        <translation>如何处理订金</translation>
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
        <translation>请写明不退的原因。</translation>
    </message>
    <message>
        <source>Give {amount} back</source>
        <translation>退还 {amount}</translation>
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
        <translation>未结订金</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>For</source>
        <translation>会员与用途</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>收取时间</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Enter lays it on the cart, Delete gives it back or keeps it for good</source>
        <translation>回车抵付本单，Delete 退还或转为收入</translation>
    </message>
    <message>
        <source>No deposit is open</source>
        <translation>没有未结订金</translation>
    </message>
    <message>
        <source>on a held sale</source>
        <translation>在挂单上</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Points by expiry date</source>
        <translation>积分到期分布</translation>
    </message>
    <message>
        <source>Marketing: nobody has asked; no messages are sent.</source>
        <translation>营销信息：未征询，不发送。</translation>
    </message>
    <message>
        <source>Marketing: agreed on {date}, notice {version}.</source>
        <translation>营销信息：{date} 同意，告知书第 {version} 版。</translation>
    </message>
    <message>
        <source>Marketing: declined on {date}, notice {version}.</source>
        <translation>营销信息：{date} 拒绝，告知书第 {version} 版。</translation>
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
        <translation>手机号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信号</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>入会日期</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>专属顾问</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
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
        <translation>标签</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家人</translation>
    </message>
    <message>
        <source>Invoice title</source>
        <translation>发票抬头</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{phone} (kept as typed)</source>
        <translation>{phone}（按原样保存）</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
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
        <translation>按百分比</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>减金额</translation>
    </message>
    <message>
        <source>Round down</source>
        <translation>抹零</translation>
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
        <translation>例如：老顾客</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Remove the discount</source>
        <translation>取消折扣</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>减百分之几（9 折填 10）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>减去的金额</translation>
    </message>
    <message>
        <source>Rounded down</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>Type a percentage between 0 and 100.</source>
        <translation>请输入 0 到 100 之间的百分比。</translation>
    </message>
    <message>
        <source>Type an amount, such as 5.00.</source>
        <translation>请输入金额，例如 5.00。</translation>
    </message>
    <message>
        <source>Say why: the reason stands on the receipt.</source>
        <translation>请填写原因，会印在小票上。</translation>
    </message>
</context>
<context>
    <name>DisplayPage</name>
    <message>
        <source>Customer display</source>
        <translation>客显</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Picture of your pay code</source>
        <translation>收款码图片</translation>
    </message>
    <message>
        <source>Shown while the customer pays.</source>
        <translation>顾客付款时显示。</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Shown one after the other while nobody is served.</source>
        <translation>没有顾客时轮流显示。</translation>
    </message>
    <message>
        <source>No customer display</source>
        <translation>没有客显</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pay code</source>
        <translation>收款码</translation>
    </message>
    <message>
        <source>Pictures found: {count}, 8 seconds each.</source>
        <translation>找到 {count} 张图片，每张显示 8 秒。</translation>
    </message>
    <message>
        <source>No picture there yet: PNG, JPEG, BMP, WebP or GIF.</source>
        <translation>里面还没有图片：可用 PNG、JPEG、BMP、WebP、GIF。</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>第二块屏幕</translation>
    </message>
    <message>
        <source>What customers see</source>
        <translation>顾客看到的</translation>
    </message>
    <message>
        <source>This PC has one screen. Connect another one that faces the customer.</source>
        <translation>这台电脑只有一块屏幕。请再接一块朝向顾客的屏幕。</translation>
    </message>
    <message>
        <source>Choose the pay code</source>
        <translation>选择收款码</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>While paying</source>
        <translation>付款时</translation>
    </message>
    <message>
        <source>After the sale</source>
        <translation>付款后</translation>
    </message>
    <message>
        <source>Between two sales</source>
        <translation>空闲时</translation>
    </message>
    <message>
        <source>What the preview shows</source>
        <translation>预览内容</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Cards &amp; receipts</source>
        <translation>会员卡与小票</translation>
    </message>
    <message>
        <source>Colour of cards</source>
        <translation>会员卡颜色</translation>
    </message>
    <message>
        <source>Terms on the back of a card</source>
        <translation>卡背面的条款</translation>
    </message>
    <message>
        <source>Empty prints the usual sentence. Three lines fit.</source>
        <translation>留空则印通用条款，最多三行。</translation>
    </message>
    <message>
        <source>Last lines of a receipt</source>
        <translation>小票结尾</translation>
    </message>
    <message>
        <source>A thank-you, opening hours, what is on this week.</source>
        <translation>感谢语、营业时间、本周活动。</translation>
    </message>
    <message>
        <source>Days for returns</source>
        <translation>退换天数</translation>
    </message>
    <message>
        <source>Printed beside the receipt&apos;s code; 0 prints none.</source>
        <translation>印在小票条码旁；填 0 不印。</translation>
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
        <translation>小票纸</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Card printer</source>
        <translation>会员卡打印机</translation>
    </message>
    <message>
        <source>Printer of label rolls</source>
        <translation>卷装标签打印机</translation>
    </message>
    <message>
        <source>Printer of label sheets, A4</source>
        <translation>A4 标签纸打印机</translation>
    </message>
    <message>
        <source>Printer of reports, A4</source>
        <translation>报表打印机，A4</translation>
    </message>
    <message>
        <source>Print after each sale</source>
        <translation>每笔销售后自动打印</translation>
    </message>
    <message>
        <source>Ask at the first print</source>
        <translation>第一次打印时询问</translation>
    </message>
    <message>
        <source>A member card, front and back</source>
        <translation>会员卡，正面和背面</translation>
    </message>
    <message>
        <source>A receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Test receipt</source>
        <translation>测试小票</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>测试卡</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已发送到打印机</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Printing on this till</source>
        <translation>本机打印</translation>
    </message>
    <message>
        <source>These belong to this till and are followed at once.</source>
        <translation>只用于本机，立即生效。</translation>
    </message>
    <message>
        <source>Print a test receipt</source>
        <translation>打印测试小票</translation>
    </message>
    <message>
        <source>Print a test card</source>
        <translation>打印测试卡</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>What the preview shows</source>
        <translation>预览内容</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Cash to hand out</source>
        <translation>应退现金</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Points {moved}</source>
        <translation>积分 {moved}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>凭条</translation>
    </message>
</context>
<context>
    <name>DoorSheet</name>
    <message>
        <source>Door</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Card, member number or phone</source>
        <translation>会员卡、会员号或手机号</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>{count} here</source>
        <translation>已到 {count} 人</translation>
    </message>
    <message>
        <source>Scan a member&apos;s card</source>
        <translation>请扫会员卡</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已经签到</translation>
    </message>
    <message>
        <source>Not invited</source>
        <translation>不在邀请名单</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>不是今天</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>没有记录任何内容。</translation>
    </message>
    <message>
        <source>{number} · the event was on {day}</source>
        <translation>{number} · 店内活动是 {day} 的</translation>
    </message>
    <message>
        <source>{number} · said they will come</source>
        <translation>{number} · 说过会来</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>The drawer is open</source>
        <translation>已开班</translation>
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
        <translation>已缴存保险箱 {amount}</translation>
    </message>
    <message>
        <source>Opened without a sale; it is written down</source>
        <translation>已开钱箱（无销售），并留下记录</translation>
    </message>
    <message>
        <source>Nothing to close: no session is open</source>
        <translation>没有可日结的班次</translation>
    </message>
    <message>
        <source>Making the backup…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Backup of the closed day</source>
        <translation>日结备份</translation>
    </message>
    <message>
        <source>A verified backup was made</source>
        <translation>已完成备份并核对</translation>
    </message>
    <message>
        <source>The day is closed, but its backup failed: {why}</source>
        <translation>已日结，但备份失败：{why}</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Rules of “{title}”</source>
        <translation>“{title}”的规则</translation>
    </message>
    <message>
        <source>Back to the schemes</source>
        <translation>返回方案列表</translation>
    </message>
    <message>
        <source>Not in use yet</source>
        <translation>尚未启用</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Try on the past</source>
        <translation>用自己的账试</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>启用…</translation>
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
        <translation>去看看</translation>
    </message>
</context>
<context>
    <name>EditorSheet</name>
    <message>
        <source>New member</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Edit member</source>
        <translation>编辑会员</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>开卡</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>May be sent news and offers</source>
        <translation>同意接收活动与优惠信息</translation>
    </message>
    <message>
        <source>Somebody has it already.</source>
        <translation>已有会员使用。</translation>
    </message>
    <message>
        <source>Open that member</source>
        <translation>打开该会员</translation>
    </message>
    <message>
        <source>What they like</source>
        <translation>喜好与标签</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>About them</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家人</translation>
    </message>
    <message>
        <source>Your own fields</source>
        <translation>自定义项目</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>营销同意</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动编号</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Oat milk, Enter</source>
        <translation>燕麦奶，回车</translation>
    </message>
    <message>
        <source>Regular, Enter</source>
        <translation>老顾客，回车</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加家人</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加项目</translation>
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
        <translation>手机号</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>入会日期</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>专属顾问</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Brought along by (phone or number)</source>
        <translation>推荐人（手机号或会员号）</translation>
    </message>
    <message>
        <source>Children, partner, and their birthdays</source>
        <translation>孩子、伴侣及其生日</translation>
    </message>
    <message>
        <source>What else you want to keep</source>
        <translation>其他想记录的内容</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Tick it only after they agreed to notice {version}.</source>
        <translation>会员同意告知书（第 {version} 版）后才能勾选。</translation>
    </message>
    <message>
        <source>Agreed on {date} to notice {version}.</source>
        <translation>{date} 同意告知书第 {version} 版。</translation>
    </message>
    <message>
        <source>Declined on {date}, notice {version}.</source>
        <translation>{date} 拒绝，告知书第 {version} 版。</translation>
    </message>
</context>
<context>
    <name>EnrolSheet</name>
    <message>
        <source>New member</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Name (may be added later)</source>
        <translation>姓名（可以后补）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>A digital card is made at once; print it from the member&apos;s page.</source>
        <translation>会立即生成电子卡；实体卡可在会员页打印。</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>开卡</translation>
    </message>
    <message>
        <source>Type a phone number or a name.</source>
        <translation>请输入手机号或姓名。</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
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
        <translation>反馈</translation>
    </message>
    <message>
        <source>Score {score} of 5</source>
        <translation>评分 {score}/5</translation>
    </message>
    <message>
        <source>In their own words (may be left out)</source>
        <translation>顾客的原话（可不填）</translation>
    </message>
    <message>
        <source>It is a complaint: open a case</source>
        <translation>这是投诉：立案跟进</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Very bad: a case is opened</source>
        <translation>很不满意：将立案跟进</translation>
    </message>
    <message>
        <source>Bad: a case is opened</source>
        <translation>不满意：将立案跟进</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>No score chosen</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Feedback kept. Thank them for it.</source>
        <translation>已记下，请向顾客道谢。</translation>
    </message>
    <message>
        <source>Feedback kept; case {number} is open.</source>
        <translation>已记下，并立案 {number} 号。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>worth {amount}</source>
        <translation>可抵 {amount}</translation>
    </message>
    <message>
        <source>Spent in 12 months</source>
        <translation>12 个月消费</translation>
    </message>
    <message>
        <source>{amount} in all</source>
        <translation>累计 {amount}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>{points} are owed</source>
        <translation>欠 {points} 分</translation>
    </message>
    <message>
        <source>{points} expire after {date}</source>
        <translation>{date} 后到期 {points} 分</translation>
    </message>
    <message>
        <source>{points} of them not usable yet</source>
        <translation>其中 {points} 分待生效</translation>
    </message>
    <message>
        <source>principal {principal} · bonus {bonus}</source>
        <translation>本金 {principal} · 赠 {bonus}</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
    <message>
        <source>{amount} a sale on average</source>
        <translation>平均每单 {amount}</translation>
    </message>
    <message>
        <source>a day apart, 12-month mean</source>
        <translation>近 12 个月平均相距 1 天</translation>
    </message>
    <message>
        <source>{days} days apart, 12-month mean</source>
        <translation>近 12 个月平均相距 {days} 天</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Without the filter {words}</source>
        <translation>去掉筛选：{words}</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Find the sale</source>
        <translation>查找销售</translation>
    </message>
    <message>
        <source>Scan the receipt, or type number, member, product or amount</source>
        <translation>扫小票，或输入单号、会员、商品、金额</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>非会员</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Down, then Enter chooses the sale</source>
        <translation>按 ↓ 再按 Enter 选单</translation>
    </message>
    <message>
        <source>Without a receipt</source>
        <translation>无小票</translation>
    </message>
    <message>
        <source>No sale like this. Choose other words, or scan the receipt.</source>
        <translation>没有这样的销售。换个说法，或扫小票。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Regulars</source>
        <translation>欢迎使用常客</translation>
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
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Open the shop, the rest as it is</source>
        <translation>其余默认，直接开店</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Making the demo shop</source>
        <translation>正在准备演示店</translation>
    </message>
    <message>
        <source>Is there a receipt printer? A test page shows what it can do; it may wait.</source>
        <translation>有小票打印机吗？打一张测试页就知道它能做什么；也可以以后再设置。</translation>
    </message>
    <message>
        <source>Set up the printer</source>
        <translation>设置打印机</translation>
    </message>
</context>
<context>
    <name>FloatSheet</name>
    <message>
        <source>Open the drawer</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>The drawer is not open yet. The sale goes on once it is.</source>
        <translation>尚未开班。开班后本单继续收款。</translation>
    </message>
    <message>
        <source>Count what the day begins with.</source>
        <translation>清点今天开始时的备用金。</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>钱箱备用金</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Type an amount; 0 for an empty drawer.</source>
        <translation>请填写金额；空钱箱填 0。</translation>
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
        <translation>随时</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>as often as one likes</source>
        <translation>不限次数</translation>
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
        <translation>无人接听</translation>
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
        <translation>没有电话</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Note (may be left out)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Choose a follow-up in the list.</source>
        <translation>请在列表中选择一条回访。</translation>
    </message>
</context>
<context>
    <name>ForecastPanel</name>
    <message>
        <source>No member has bought anything yet.</source>
        <translation>还没有会员买过东西。</translation>
    </message>
    <message>
        <source>Not enough history yet. A forecast needs {least} members who bought on a second day and {weeks} weeks of sales; so far {back} did in {past} weeks.</source>
        <translation>历史还不够。预测至少要有 {least} 位换一天再来消费的会员和 {weeks} 周的流水；目前 {past} 周里有 {back} 位。</translation>
    </message>
    <message>
        <source>Reckoned from each member&apos;s days with a purchase, by published models (BG/NBD, Gamma-Gamma); check-ins do not count. An estimate: right for many together, not for one.</source>
        <translation>按每位会员有消费的日子，用公开发表的模型（BG/NBD、Gamma-Gamma）推算，签到不算。这是估计：看整体准，看个人不一定。</translation>
    </message>
    <message>
        <source>of {count} returning still come</source>
        <translation>回头过的 {count} 位，还会来的</translation>
    </message>
    <message>
        <source>spent in the next 90 days</source>
        <translation>未来 90 天消费</translation>
    </message>
    <message>
        <source>Chances</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>How right such a forecast was here</source>
        <translation>这样的预测在本店有多准</translation>
    </message>
    <message>
        <source>Members of whom the most is expected</source>
        <translation>预期消费最多的会员</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>{count} purchase days expected</source>
        <translation>预计消费 {count} 天</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Purchase days expected, and those that came</source>
        <translation>预测与实际的消费天数</translation>
    </message>
    <message>
        <source>Purchase days in 90</source>
        <translation>90 天内消费天数</translation>
    </message>
    <message>
        <source>Fitted to the past without its last {weeks} weeks, it expected {expected} purchase days in them; {came} came.</source>
        <translation>留出最近 {weeks} 周，只用之前的历史推算：预测消费 {expected} 天，实际 {came} 天。</translation>
    </message>
    <message>
        <source>The past is too short to hold a part of it back and try the forecast.</source>
        <translation>历史太短，还不能留出一段来检验预测。</translation>
    </message>
    <message>
        <source>purchase days in 90 days</source>
        <translation>未来 90 天消费天数</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Times they had come back before</source>
        <translation>此前回头次数</translation>
    </message>
    <message>
        <source>Purchase days a member</source>
        <translation>人均消费天数</translation>
    </message>
    <message>
        <source>Most expected of</source>
        <translation>预期消费最多</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Still comes</source>
        <translation>还会来</translation>
    </message>
    <message>
        <source>Spent in 90 days</source>
        <translation>90 天消费</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
    <message>
        <source>How far off that is cannot be told. Do not plan by it.</source>
        <translation>期间无人消费，差多少无从说起，请勿据此计划。</translation>
    </message>
    <message>
        <source>Close: within {off}. Rely on it for the shop as a whole.</source>
        <translation>很接近，相差 {off}：看全店可以信赖。</translation>
    </message>
    <message>
        <source>Fair: {off} off. Good for ranking, rough for planning.</source>
        <translation>尚可，相差 {off}：用来排序没问题，做计划要留余地。</translation>
    </message>
    <message>
        <source>Rough: {off} off. Use it to rank members only.</source>
        <translation>较粗，相差 {off}：只用来给会员排序。</translation>
    </message>
</context>
<context>
    <name>GiftSheet</name>
    <message>
        <source>Gift card</source>
        <translation>礼品卡</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>有效期至 {day}</translation>
    </message>
    <message>
        <source>To pay with it, scan it while paying.</source>
        <translation>要用它付款，请在收款时扫码。</translation>
    </message>
    <message>
        <source>Why it is paid back in cash</source>
        <translation>退现金的原因</translation>
    </message>
    <message>
        <source>Pay {amount} back</source>
        <translation>退还 {amount}</translation>
    </message>
    <message>
        <source>Say why it is paid back; Esc leaves it as it is.</source>
        <translation>请填写退还原因；按 Esc 则不退。</translation>
    </message>
</context>
<context>
    <name>GlanceView</name>
    <message>
        <source>Today at a glance</source>
        <translation>今日一览</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>How this is counted</source>
        <translation>怎么算的</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Sold by the hour</source>
        <translation>按小时销售</translation>
    </message>
    <message>
        <source>Best products today</source>
        <translation>今日热销</translation>
    </message>
    <message>
        <source>Nothing has happened today. The first sale will be seen here.</source>
        <translation>今天还没有动静。第一笔销售会显示在这里。</translation>
    </message>
    <message>
        <source>{day}, until {time} · beside {before} until the same time</source>
        <translation>{day} 至 {time} · 对比 {before} 同一时刻</translation>
    </message>
    <message>
        <source>Top-ups</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Money that members put into stored value: owed to them, not sold.</source>
        <translation>会员充入储值的钱：是欠会员的，不算销售。</translation>
    </message>
    <message>
        <source>Cash expected</source>
        <translation>应有现金</translation>
    </message>
    <message>
        <source>Top-ups {amount}</source>
        <translation>充值 {amount}</translation>
    </message>
    <message>
        <source>Float, cash taken and paid in, less change, refunds, pay-outs and drops.</source>
        <translation>备用金加现金收入和投入，减找零、退款、支出和入库。</translation>
    </message>
    <message>
        <source>Net sales</source>
        <translation>净销售额</translation>
    </message>
    <message>
        <source>Sales that were not voided, without tips, less what returns gave back today.</source>
        <translation>未作废的销售，不含小费，减去今天退的款。</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Finished sales of the trading day; voided ones do not count.</source>
        <translation>当日完成的销售；作废的不算。</translation>
    </message>
    <message>
        <source>Average basket</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>What was sold, parted by the number of sales.</source>
        <translation>销售额除以笔数。</translation>
    </message>
    <message>
        <source>Members&apos; share</source>
        <translation>会员占比</translation>
    </message>
    <message>
        <source>Part of the money that came from sales with a member.</source>
        <translation>会员销售占销售额的比例。</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Returns made today, whenever the goods were sold; voids stand beside them.</source>
        <translation>今天办理的退货，不论何时售出；作废另列。</translation>
    </message>
    <message>
        <source>New members</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Members whose day of joining is today.</source>
        <translation>入会日期为今天的会员。</translation>
    </message>
    <message>
        <source>Points issued</source>
        <translation>发出积分</translation>
    </message>
    <message>
        <source>{points} spent</source>
        <translation>已用 {points}</translation>
    </message>
    <message>
        <source>Points that today&apos;s sales gave and took, less what returns put right.</source>
        <translation>今天销售给出和用掉的积分，扣除退货的调整。</translation>
    </message>
    <message>
        <source>{returns} returns, {voids} voids</source>
        <translation>退货 {returns} 笔，作废 {voids} 笔</translation>
    </message>
    <message>
        <source>{value} last week</source>
        <translation>上周 {value}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{hour}:00: {amount}, last week {before}</source>
        <translation>{hour} 时：{amount}，上周 {before}</translation>
    </message>
    <message>
        <source>Nothing sold yet.</source>
        <translation>还没有销售。</translation>
    </message>
</context>
<context>
    <name>GoodsSheets</name>
    <message>
        <source>Save labels</source>
        <translation>保存标签</translation>
    </message>
    <message>
        <source>Labels saved in {file}: {count}</source>
        <translation>标签已存入 {file}：{count} 张</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Labels sent to the printer: {count}</source>
        <translation>已送去打印的标签：{count}</translation>
    </message>
    <message>
        <source>without a barcode: {count}</source>
        <translation>其中 {count} 种没有条码</translation>
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
        <translation>忠实会员</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>潜力会员</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>正在变淡</translation>
    </message>
    <message>
        <source>Drowsy</source>
        <translation>渐渐冷淡</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失风险</translation>
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
        <translation>常来，客单高</translation>
    </message>
    <message>
        <source>Often, small baskets</source>
        <translation>常来，客单低</translation>
    </message>
    <message>
        <source>Seldom, large baskets</source>
        <translation>少来，客单高</translation>
    </message>
    <message>
        <source>Seldom, small baskets</source>
        <translation>少来，客单低</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
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
        <translation>常来，刚来过：叫得出名字，说声谢谢。</translation>
    </message>
    <message>
        <source>They come often: offer the next tier, a pass or a plan.</source>
        <translation>常来：可以推荐升级、次卡或会员计划。</translation>
    </message>
    <message>
        <source>They came lately, not often yet: give a reason to return.</source>
        <translation>最近来过，还不常来：给一个再来的理由。</translation>
    </message>
    <message>
        <source>First seen just now: make the second visit easy.</source>
        <translation>第一次来：让第二次来得轻松。</translation>
    </message>
    <message>
        <source>They come less than they did: a small reminder works now.</source>
        <translation>来得比以前少了：现在轻轻提醒最管用。</translation>
    </message>
    <message>
        <source>Seldom here, and not lately: a seasonal hello is enough.</source>
        <translation>本来就少来，最近也没来：节日问候一下就够了。</translation>
    </message>
    <message>
        <source>They came often, not lately: ask why, offer what they like.</source>
        <translation>以前常来，最近没来：问问原因，推荐他喜欢的。</translation>
    </message>
    <message>
        <source>They were among the best, long away: call in person.</source>
        <translation>曾是最好的会员，很久没来：店主亲自打个电话。</translation>
    </message>
    <message>
        <source>Seldom and long ago: one cheap message, no more.</source>
        <translation>来得少又很久以前：发一条消息就好。</translation>
    </message>
    <message>
        <source>Once, and long ago: spend nothing here.</source>
        <translation>只来过一两次，很久以前：不必再花钱。</translation>
    </message>
    <message>
        <source>The heart of the shop: keep them, know them by name.</source>
        <translation>本店的根本：留住他们，记住名字。</translation>
    </message>
    <message>
        <source>They are here anyway: suggest one thing more, a set, a refill.</source>
        <translation>反正常来：多推荐一样，套餐或续杯都好。</translation>
    </message>
    <message>
        <source>They trust you with much: give reasons to come in between.</source>
        <translation>一次买得多，是信任：给他们中间再来的理由。</translation>
    </message>
    <message>
        <source>They try you out: one good first offer, then leave them be.</source>
        <translation>还在试试看：给一次好的优惠，然后别打扰。</translation>
    </message>
    <message>
        <source>Welcome them and make the second visit easy: it decides most.</source>
        <translation>欢迎他们，让第二次来得轻松：成败多在第二次。</translation>
    </message>
    <message>
        <source>They come in their rhythm: serve well, disturb little.</source>
        <translation>按自己的节奏来：服务好，少打扰。</translation>
    </message>
    <message>
        <source>Longer away than is usual for them: a friendly word works now.</source>
        <translation>比他平时久没来了：现在问候一声最管用。</translation>
    </message>
    <message>
        <source>Far longer away than usual: one good reason, then let go.</source>
        <translation>远比平时久：给一个好理由，不来就放下。</translation>
    </message>
    <message>
        <source>They had been lost and came again: ask what brought them.</source>
        <translation>流失后又回来了：问问是什么让他回来的。</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>How to look at the members</source>
        <translation>看会员的角度</translation>
    </message>
    <message>
        <source>Own limits…</source>
        <translation>自定界限…</translation>
    </message>
    <message>
        <source>Stopped before everything was reckoned.</source>
        <translation>还没算完就停了。</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>RFM</source>
        <translation>消费价值 RFM</translation>
    </message>
    <message>
        <source>Four quadrants</source>
        <translation>四象限</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>生命阶段</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>会员构成</translation>
    </message>
</context>
<context>
    <name>Handing</name>
    <message>
        <source>{count} coupons</source>
        <translation>{count} 张券</translation>
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
        <translation>已过期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>券码</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <translation>会员数</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手人</translation>
    </message>
</context>
<context>
    <name>HandingSheet</name>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Gifts to many</source>
        <translation>批量赠送</translation>
    </message>
    <message>
        <source>Coupons and gifts</source>
        <translation>发券与赠送</translation>
    </message>
    <message>
        <source>What is handed out</source>
        <translation>发放什么</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Coupons issued last</source>
        <translation>最近发出的优惠券</translation>
    </message>
    <message>
        <source>What each gets</source>
        <translation>每人得到什么</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>店铺余额</translation>
    </message>
    <message>
        <source>A coupon</source>
        <translation>一张优惠券</translation>
    </message>
    <message>
        <source>To</source>
        <translation>送给</translation>
    </message>
    <message>
        <source>Reason, as members read it</source>
        <translation>原因（会员会看到）</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>Gifts so far</source>
        <translation>赠送记录</translation>
    </message>
    <message>
        <source>Reason for taking back</source>
        <translation>收回原因</translation>
    </message>
    <message>
        <source>{members} members, {total} in all</source>
        <translation>{members} 位会员，共 {total}</translation>
    </message>
    <message>
        <source>{count} coupons written to {file}. Print at 100% and cut them.</source>
        <translation>{count} 张券已存为 {file}。请按 100% 打印后裁开。</translation>
    </message>
    <message>
        <source>Given to {count} members</source>
        <translation>已送给 {count} 位会员</translation>
    </message>
    <message>
        <source>Taken back from {count} members, as far as they still had it</source>
        <translation>已从 {count} 位会员收回（以尚未用掉的为限）</translation>
    </message>
    <message>
        <source>Coupon {code} is worth nothing any more</source>
        <translation>券 {code} 已作废</translation>
    </message>
    <message>
        <source>Print coupons</source>
        <translation>打印优惠券</translation>
    </message>
    <message>
        <source>Say why: it stands on each member&apos;s statement.</source>
        <translation>请填写原因：会印在每位会员的对账单上。</translation>
    </message>
    <message>
        <source>Giving</source>
        <translation>正在赠送</translation>
    </message>
    <message>
        <source>Mark the row to take back first.</source>
        <translation>请先选中要收回的一行。</translation>
    </message>
    <message>
        <source>Say why it is taken back.</source>
        <translation>请填写收回原因。</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在收回</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>The scheme in force has no coupons. Add one under “Coupons” in its rules.</source>
        <translation>当前方案里没有优惠券，请在规则的“优惠券”中添加。</translation>
    </message>
    <message>
        <source>Points each</source>
        <translation>每人积分</translation>
    </message>
    <message>
        <source>Amount each</source>
        <translation>每人金额</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>所有会员</translation>
    </message>
</context>
<context>
    <name>HeldSheet</name>
    <message>
        <source>Held sales</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Enter or its number recalls, Delete discards</source>
        <translation>按 Enter 或序号取单，Delete 删除</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>订金</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Member or note</source>
        <translation>会员或备注</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>无会员</translation>
    </message>
</context>
<context>
    <name>HintStrip</name>
    <message>
        <source>Taken</source>
        <translation>采纳</translation>
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
        <translation>另一条提示</translation>
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
        <translation>待跟进：{name}</translation>
    </message>
    <message>
        <source>Due again: {name}</source>
        <translation>该再买了：{name}</translation>
    </message>
    <message>
        <source>Due again: {name}, every {days} days</source>
        <translation>该再买了：{name}，每 {days} 天</translation>
    </message>
    <message>
        <source>{name}&apos;s birthday was these days</source>
        <translation>{name} 的生日刚过</translation>
    </message>
    <message>
        <source>Birthday was these days: wish them well</source>
        <translation>生日刚过，补一句祝福</translation>
    </message>
    <message>
        <source>{name}&apos;s birthday is today</source>
        <translation>今天是 {name} 的生日</translation>
    </message>
    <message>
        <source>Birthday today: wish them well</source>
        <translation>今天生日，说声生日快乐</translation>
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
        <translation>赠金 {amount}</translation>
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
        <translation>有承诺待跟进</translation>
    </message>
    <message>
        <source>A benefit about to lapse</source>
        <translation>权益即将到期</translation>
    </message>
    <message>
        <source>A birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Due again</source>
        <translation>该再买了</translation>
    </message>
    <message>
        <source>Often bought together</source>
        <translation>常一起买</translation>
    </message>
</context>
<context>
    <name>HintsPage</name>
    <message>
        <source>Hints at the till</source>
        <translation>收银台提示</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>What came of each hint</source>
        <translation>各类提示的结果</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>提示哪些</translation>
    </message>
    <message>
        <source>At most two a visit, what the shop owes the member first. What was said rests for days, longest after a no; the customer display shows none of it.</source>
        <translation>每次到店最多两条，先提示店里欠会员的。说过的会歇几天，被回绝的歇得最久；顾客屏上一概不显示。</translation>
    </message>
    <message>
        <source>Show hints below the member at the till</source>
        <translation>收银时在会员下方显示提示</translation>
    </message>
    <message>
        <source>Taken: the clerk said so. By itself: what was named lay in the same sale, whoever put it there. Right: either of the two, of the visits that ended with a sale.</source>
        <translation>采纳：店员标记。自然成交：提示的商品出现在同一单里，不论谁放的。命中：两者之一，占有成交的到店次数。</translation>
    </message>
    <message>
        <source>Best-seller: how many of the very same baskets held what sells best. Nobody offered it there, so this is what a guess without knowing anybody is worth.</source>
        <translation>畅销品：同样这些单里有多少含最畅销的商品。那里没有人推荐它，所以这就是“不认识顾客、只猜畅销品”的水平。</translation>
    </message>
    <message>
        <source>What sells best now: {name}.</source>
        <translation>目前最畅销：{name}。</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采纳</translation>
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
        <translation>占显示</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Best-seller</source>
        <translation>畅销品</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>Stock history</source>
        <translation>库存流水</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>库存变动</translation>
    </message>
    <message>
        <source>Nothing was booked yet.</source>
        <translation>还没有库存变动。</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>进货</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>报损</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经手人</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>History</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>Nothing yet. The first sale or check-in shows here.</source>
        <translation>还没有记录。第一笔消费或签到会显示在这里。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
</context>
<context>
    <name>Holdings</name>
    <message>
        <source>Paid plan</source>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Counted benefits</source>
        <translation>计次权益</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Partner cards</source>
        <translation>联名卡</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>徽章</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>订金</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>赊账</translation>
    </message>
    <message>
        <source>Bought {amount}</source>
        <translation>赊购 {amount}</translation>
    </message>
    <message>
        <source>Repaid {amount}</source>
        <translation>还款 {amount}</translation>
    </message>
    <message>
        <source>Taken back {amount}</source>
        <translation>退货冲减 {amount}</translation>
    </message>
    <message>
        <source>Written off {amount}</source>
        <translation>核销 {amount}</translation>
    </message>
    <message>
        <source>Moved {amount}</source>
        <translation>调整 {amount}</translation>
    </message>
    <message>
        <source>Owes {amount}</source>
        <translation>欠款 {amount}</translation>
    </message>
    <message>
        <source>Nothing is sold to them on account</source>
        <translation>不可赊账</translation>
    </message>
    <message>
        <source>May owe up to {amount}</source>
        <translation>最多可赊 {amount}</translation>
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
        <translation>{since} 获得</translation>
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
        <translation>退订</translation>
    </message>
    <message>
        <source>Use one</source>
        <translation>用一次</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>作废</translation>
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
        <translation>设置额度</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>核销</translation>
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
        <translation>已过期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Free trial</source>
        <translation>免费试用</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已退订</translation>
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
        <translation>发券</translation>
    </message>
    <message>
        <source>Sell a pass</source>
        <translation>卖次卡</translation>
    </message>
    <message>
        <source>Paid plan</source>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>Coupons, passes and benefits</source>
        <translation>优惠券、次卡与权益</translation>
    </message>
    <message>
        <source>Nothing yet. Issue a coupon or sell a pass above.</source>
        <translation>还没有。可用上面的按钮发券或卖次卡。</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Another file…</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Checking every row</source>
        <translation>正在检查每一行</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>检查数据</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 行</translation>
    </message>
    <message>
        <source>Import 1 row</source>
        <translation>导入 1 行</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Write the rows that cannot be taken</source>
        <translation>导出无法导入的行</translation>
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
        <translation>导入会员</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>Import sales</source>
        <translation>导入销售</translation>
    </message>
    <message>
        <source>Import a count</source>
        <translation>导入盘点</translation>
    </message>
    <message>
        <source>member number</source>
        <translation>会员号</translation>
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
        <translation>UTF-8（Excel 导出）</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>GB18030 (Simplified Chinese)</source>
        <translation>GB18030（简体中文）</translation>
    </message>
    <message>
        <source>Big5 (Traditional Chinese)</source>
        <translation>Big5（繁体中文）</translation>
    </message>
    <message>
        <source>Big5 (Hong Kong)</source>
        <translation>Big5（香港）</translation>
    </message>
    <message>
        <source>Western European</source>
        <translation>西欧字符</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>空格</translation>
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
        <translation>主页</translation>
    </message>
    <message>
        <source>Open the member&apos;s page</source>
        <translation>打开会员主页</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>跟进记录</translation>
    </message>
</context>
<context>
    <name>InsightScreen</name>
    <message>
        <source>Pages of insight</source>
        <translation>洞察的各页</translation>
    </message>
</context>
<context>
    <name>InsightTabs</name>
    <message>
        <source>Groups</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Compass</source>
        <translation>罗盘</translation>
    </message>
</context>
<context>
    <name>InvoiceList</name>
    <message>
        <source>Invoices to issue</source>
        <translation>待开发票</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter opens one, to mark it as issued.</source>
        <translation>按回车打开一笔，开具后填写号码。</translation>
    </message>
    <message>
        <source>No invoice is waiting.</source>
        <translation>没有待开的发票。</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>销售时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>抬头</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
</context>
<context>
    <name>InvoiceSheet</name>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Mark as issued</source>
        <translation>标记为已开</translation>
    </message>
    <message>
        <source>Ask for the invoice</source>
        <translation>登记开票</translation>
    </message>
    <message>
        <source>Title: a company or a person</source>
        <translation>发票抬头：单位或个人</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
    <message>
        <source>Empty for a person</source>
        <translation>个人可不填</translation>
    </message>
    <message>
        <source>Number of the invoice, once issued</source>
        <translation>开具后的发票号码</translation>
    </message>
    <message>
        <source>Keep both on the member</source>
        <translation>保存到会员资料</translation>
    </message>
    <message>
        <source>No invoice</source>
        <translation>不开发票</translation>
    </message>
    <message>
        <source>Asked for, not issued yet</source>
        <translation>已登记，尚未开具</translation>
    </message>
    <message>
        <source>Issued: {number}</source>
        <translation>已开：{number}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The tax number is of an older form: compare it once more.</source>
        <translation>税号是旧格式，请再核对一遍。</translation>
    </message>
</context>
<context>
    <name>Invoicing</name>
    <message>
        <source>The invoice of {number} is asked for</source>
        <translation>{number} 已登记开票</translation>
    </message>
    <message>
        <source>The invoice of {number} is issued</source>
        <translation>{number} 的发票已开具</translation>
    </message>
    <message>
        <source>No invoice for {number}</source>
        <translation>{number} 不开发票</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>no key</source>
        <translation>无按键</translation>
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
        <translation>光标在哪里都能扫码。</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>请按新的按键</translation>
    </message>
    <message>
        <source>A function key, a sign such as * or −, or a key with Ctrl.</source>
        <translation>功能键、* 或 − 等符号键，或 Ctrl 组合键。</translation>
    </message>
    <message>
        <source>Use only this key</source>
        <translation>只用这个键</translation>
    </message>
    <message>
        <source>Add this key</source>
        <translation>加上这个键</translation>
    </message>
    <message>
        <source>As in the keymap</source>
        <translation>按键位方案</translation>
    </message>
    <message>
        <source>This key types or moves; choose another one.</source>
        <translation>这个键用于输入或移动，请换一个。</translation>
    </message>
    <message>
        <source>{key} is the key of &quot;{action}&quot;, which then loses it.</source>
        <translation>{key} 现在是“{action}”的按键，改后它将失去此键。</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>这个键没有被使用。</translation>
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
        <translation>查找或新增会员</translation>
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
        <source>Rewards, coupons, passes</source>
        <translation>兑换、优惠券、次卡</translation>
    </message>
    <message>
        <source>Top up, sell a pass</source>
        <translation>充值、卖次卡</translation>
    </message>
    <message>
        <source>Take a deposit</source>
        <translation>收订金</translation>
    </message>
    <message>
        <source>Open deposits</source>
        <translation>未结订金</translation>
    </message>
    <message>
        <source>Who owes</source>
        <translation>赊账欠款</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Void the last sale</source>
        <translation>作废上一单</translation>
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
        <translation>手工录入商品</translation>
    </message>
    <message>
        <source>Hint: taken</source>
        <translation>提示：采纳</translation>
    </message>
    <message>
        <source>Hint: no</source>
        <translation>提示：不要</translation>
    </message>
    <message>
        <source>Who serves</source>
        <translation>由谁服务</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>删除该行</translation>
    </message>
    <message>
        <source>Empty the cart</source>
        <translation>清空购物车</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>礼品小票</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>交班日结</translation>
    </message>
    <message>
        <source>Book stock</source>
        <translation>库存登记</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>Move the tile up</source>
        <translation>商品按钮前移</translation>
    </message>
    <message>
        <source>Move the tile down</source>
        <translation>商品按钮后移</translation>
    </message>
    <message>
        <source>Prints that wait</source>
        <translation>等待打印的单据</translation>
    </message>
    <message>
        <source>Scan by camera</source>
        <translation>用摄像头扫码</translation>
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
        <source>Change this one</source>
        <translation>修改当前项</translation>
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
        <source>Today at a glance</source>
        <translation>今日一览</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Tab before</source>
        <translation>上一个标签页</translation>
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
        <source>Insight</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>关怀</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Lock or change person</source>
        <translation>锁定或换人</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
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
        <translation>标签</translation>
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
        <translation>标签种类</translation>
    </message>
    <message>
        <source>Barcode labels</source>
        <translation>条码标签</translation>
    </message>
    <message>
        <source>Shelf prices</source>
        <translation>货架价签</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>标签纸</translation>
    </message>
    <message>
        <source>Copies of each</source>
        <translation>每种份数</translation>
    </message>
    <message>
        <source>First free place</source>
        <translation>从第几张起</translation>
    </message>
    <message>
        <source>Give what has no barcode a code of our own</source>
        <translation>没有条码的商品分配店内码</translation>
    </message>
    <message>
        <source>On</source>
        <translation>打印到</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>标签打印机</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Print the PDF at 100%, without fitting it to the page.</source>
        <translation>打印 PDF 时请选 100%，不要“适合页面”。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>A4, 24 labels of 70 × 37 mm</source>
        <translation>A4，24 张 70 × 37 毫米</translation>
    </message>
    <message>
        <source>A4, 65 labels of 38 × 21 mm</source>
        <translation>A4，65 张 38 × 21 毫米</translation>
    </message>
    <message>
        <source>Roll, 40 × 30 mm</source>
        <translation>卷纸，40 × 30 毫米</translation>
    </message>
    <message>
        <source>Roll, 60 × 40 mm</source>
        <translation>卷纸，60 × 40 毫米</translation>
    </message>
    <message>
        <source>Type how many copies, from 1 to 1,000.</source>
        <translation>请输入份数，1 到 1,000。</translation>
    </message>
    <message>
        <source>Type a place from 1 to {last}.</source>
        <translation>请输入 1 到 {last} 之间的位置。</translation>
    </message>
</context>
<context>
    <name>LaidList</name>
    <message>
        <source>Rewards and coupons on the cart</source>
        <translation>购物车上的兑换与优惠券</translation>
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
        <translation>积分按到期日</translation>
    </message>
    <message>
        <source>None of the points lapse.</source>
        <translation>积分不会过期。</translation>
    </message>
    <message>
        <source>{points} more never lapse.</source>
        <translation>另有 {points} 分不会过期。</translation>
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
        <translation>3 天后</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>30 天后</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>改到哪一天</translation>
    </message>
    <message>
        <source>Such as 2026-12-01, 12-01, or +7 for in seven days</source>
        <translation>例如 2026-12-01、12-01，或 +7 表示七天后</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Type a day after today, such as 12-01 or +7.</source>
        <translation>请输入今天以后的日期，例如 12-01 或 +7。</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>Leave without using the changes?</source>
        <translation>不启用修改就离开？</translation>
    </message>
    <message>
        <source>The rules you changed are not in use yet, and will be lost.</source>
        <translation>改过的规则尚未启用，离开后会丢失。</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>LeftOutSheet</name>
    <message>
        <source>{count} members</source>
        <translation>{count} 名会员</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>The first {shown} by number; all of them go to a file once it started.</source>
        <translation>按会员号列出前 {shown} 名；启动后可导出全部。</translation>
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
        <translation>去掉这个条件</translation>
    </message>
    <message>
        <source>Product, barcode or category</source>
        <translation>商品、条码或分类</translation>
    </message>
    <message>
        <source>Not {field}</source>
        <translation>不是：{field}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>How {field} is compared</source>
        <translation>{field}的比较方式</translation>
    </message>
    <message>
        <source>Value of {field}</source>
        <translation>{field}的值</translation>
    </message>
    <message>
        <source>Days of {field}</source>
        <translation>{field}的天数</translation>
    </message>
    <message>
        <source>Take away the condition {field}</source>
        <translation>去掉条件：{field}</translation>
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
        <translation>1 分</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 分</translation>
    </message>
</context>
<context>
    <name>LockSheet</name>
    <message>
        <source>Who is at the till?</source>
        <translation>谁在收银？</translation>
    </message>
    <message>
        <source>Choose yourself and enter your PIN. The cart is kept as it is.</source>
        <translation>请选择自己并输入密码，购物车原样保留。</translation>
    </message>
    <message>
        <source>Choose who sells from now on. The cart is kept as it is.</source>
        <translation>请选择接下来由谁收银，购物车原样保留。</translation>
    </message>
</context>
<context>
    <name>LogoControl</name>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 1 MB. A square or wide picture on white prints best.</source>
        <translation>PNG 或 JPEG，不超过 1 MB。白底的方形或横向图片印出来最清楚。</translation>
    </message>
    <message>
        <source>Choose the shop&apos;s logo</source>
        <translation>选择店铺标志</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>图片 (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>LoyaltyScreen</name>
    <message>
        <source>Loyalty schemes</source>
        <translation>选一套会员方案</translation>
    </message>
    <message>
        <source>Coupons and gifts</source>
        <translation>发券与赠送</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>“{title}” comes into force on {day}.</source>
        <translation>“{title}”将于 {day} 启用。</translation>
    </message>
    <message>
        <source>“{title}” is in force.</source>
        <translation>“{title}”已启用。</translation>
    </message>
    <message>
        <source>Lifting members</source>
        <translation>正在升级会员</translation>
    </message>
    <message>
        <source>Members lifted: {count}</source>
        <translation>已升级会员：{count}</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>CSV, for any program (*.csv)</source>
        <translation>CSV，任何软件可用 (*.csv)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the months</source>
        <translation>保存每月数据</translation>
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
    <name>MatchPage</name>
    <message>
        <source>Character set</source>
        <translation>字符编码</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>列分隔符</translation>
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
        <translation>列的对应关系</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>第一行是列名</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>文件中没有</translation>
    </message>
    <message>
        <source>Add members the shop does not know yet</source>
        <translation>店里没有的会员，一并新增</translation>
    </message>
    <message>
        <source>Change what is in the shop already and differs</source>
        <translation>店里已有但内容不同的，按文件更新</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>Choose the column of: {fields}</source>
        <translation>请选择对应的列：{fields}</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
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
        <translation>隐藏手机号</translation>
    </message>
    <message>
        <source>Show the phone</source>
        <translation>显示手机号</translation>
    </message>
    <message>
        <source>merged into {name}, No. {number}</source>
        <translation>已并入 {name}，会员号 {number}</translation>
    </message>
    <message>
        <source>joined {date}</source>
        <translation>{date} 入会</translation>
    </message>
    <message>
        <source>merged with {name}, No. {number}</source>
        <translation>已与 {name} 合并（会员号 {number}）</translation>
    </message>
    <message>
        <source>brought by {name}, No. {number}</source>
        <translation>由 {name}（会员号 {number}）推荐</translation>
    </message>
    <message>
        <source>by {source}</source>
        <translation>来源 {source}</translation>
    </message>
    <message>
        <source>adviser {name}</source>
        <translation>顾问 {name}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Adjust points…</source>
        <translation>调整积分…</translation>
    </message>
    <message>
        <source>Issue a coupon…</source>
        <translation>发优惠券…</translation>
    </message>
    <message>
        <source>Hand out a reward…</source>
        <translation>兑换奖励…</translation>
    </message>
    <message>
        <source>Statement as PDF…</source>
        <translation>对账单 PDF…</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>从归档恢复</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Merge with another member…</source>
        <translation>与另一位会员合并…</translation>
    </message>
    <message>
        <source>Undo the merge with {name}…</source>
        <translation>撤销与 {name} 的合并…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Print card</source>
        <translation>打印会员卡</translation>
    </message>
    <message>
        <source>Save card</source>
        <translation>保存会员卡</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>To cashier</source>
        <translation>去收银</translation>
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
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Name, phone, number or card</source>
        <translation>姓名、拼音、手机号、会员号或卡号</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>整理资料</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新增会员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Last visit first</source>
        <translation>最近到店在前</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按姓名</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按会员号</translation>
    </message>
    <message>
        <source>Most points first</source>
        <translation>积分从高到低</translation>
    </message>
    <message>
        <source>Most spent first</source>
        <translation>消费从高到低</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count} 位</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 位会员</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} 位会员</translation>
    </message>
    <message>
        <source>No members yet.</source>
        <translation>还没有会员。</translation>
    </message>
    <message>
        <source>Nobody answers to &quot;{text}&quot;.</source>
        <translation>没有找到“{text}”。</translation>
    </message>
    <message>
        <source>Enrol as a new member</source>
        <translation>新增会员</translation>
    </message>
    <message>
        <source>Nobody fits. Take a filter away.</source>
        <translation>没有符合的会员，请去掉一个筛选条件。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店次数</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消费额</translation>
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
        <translation>页面内容</translation>
    </message>
    <message>
        <source>History</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Coupons &amp; passes</source>
        <translation>券与次卡</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Details &amp; consent</source>
        <translation>资料与同意</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>关怀</translation>
    </message>
    <message>
        <source>Adjust points</source>
        <translation>调整积分</translation>
    </message>
    <message>
        <source>Statement as PDF</source>
        <translation>对账单 PDF</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Stored value {amount}</source>
        <translation>储值 {amount}</translation>
    </message>
    <message>
        <source>Visit {count}</source>
        <translation>到店 {count} 次</translation>
    </message>
    <message>
        <source>likes {product}</source>
        <translation>常买 {product}</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>兑换用券</translation>
    </message>
    <message>
        <source>Owes {amount}</source>
        <translation>欠款 {amount}</translation>
    </message>
    <message>
        <source>Deposit {amount}</source>
        <translation>订金 {amount}</translation>
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
        <translation>{days} 天后生日</translation>
    </message>
    <message>
        <source>Scan a card or type a phone number</source>
        <translation>扫会员卡，或输入手机号</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Take the member off</source>
        <translation>取消会员</translation>
    </message>
</context>
<context>
    <name>MemberSide</name>
    <message>
        <source>Points by expiry date</source>
        <translation>积分到期分布</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Spending by month</source>
        <translation>每月消费</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Often buys {products}</source>
        <translation>常买：{products}</translation>
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
        <translation>调整积分</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Issue a coupon</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>{name} · {points} points</source>
        <translation>{name} · {points} 积分</translation>
    </message>
    <message>
        <source>Hand out a reward</source>
        <translation>兑换奖励</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Code on the voucher, if it has one</source>
        <translation>券上的号码（如有）</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Number on the card (may be left out)</source>
        <translation>卡号（可不填）</translation>
    </message>
    <message>
        <source>Revoke this coupon</source>
        <translation>作废这张券</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>{amount} is paid back for the uses that are left. Uses {before} → 0.</source>
        <translation>按剩余次数退还 {amount}。次数 {before} → 0。</translation>
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
        <translation>退 {amount}。权益到 {date}。</translation>
    </message>
    <message>
        <source>{paid} of principal is paid out; {bonus} of bonus becomes void. Stored value {before} → {after}.</source>
        <translation>退本金 {paid}，赠金 {bonus} 作废。储值 {before} → {after}。</translation>
    </message>
    <message>
        <source>Limit on account</source>
        <translation>赊账额度</translation>
    </message>
    <message>
        <source>Set limit</source>
        <translation>设置额度</translation>
    </message>
    <message>
        <source>How much they may owe; left out: what the shop allows all</source>
        <translation>最多可欠多少；不填则按店铺通用额度</translation>
    </message>
    <message>
        <source>Write off what is owed</source>
        <translation>核销欠款</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>核销</translation>
    </message>
    <message>
        <source>{amount} will not be asked for again.</source>
        <translation>{amount} 以后不再催收。</translation>
    </message>
    <message>
        <source>The reward not yet spent is lost.</source>
        <translation>未使用的返利将作废。</translation>
    </message>
    <message>
        <source>Cancel the plan</source>
        <translation>退订付费会员</translation>
    </message>
    <message>
        <source>Pay the wallet out</source>
        <translation>储值退卡</translation>
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
        <translation>从未</translation>
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
        <translation>农历闰月 {date}</translation>
    </message>
    <message>
        <source>Lunar {date}</source>
        <translation>农历 {date}</translation>
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
        <translation>正常</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
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
        <translation>已挂失</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已补卡</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>实体卡</translation>
    </message>
    <message>
        <source>On the phone</source>
        <translation>电子卡</translation>
    </message>
    <message>
        <source>Partner card</source>
        <translation>联名卡</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Late claim</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>获得</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Earned points taken back</source>
        <translation>收回已得积分</translation>
    </message>
    <message>
        <source>Spent points given back</source>
        <translation>退还已用积分</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>赠金</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Bonus lapsed</source>
        <translation>赠金过期</translation>
    </message>
    <message>
        <source>the phone number looks unusual and was kept as typed</source>
        <translation>手机号格式少见，已按原样保存</translation>
    </message>
    <message>
        <source>{name} is a member now · {number}</source>
        <translation>{name} 已成为会员 · {number}</translation>
    </message>
    <message>
        <source>{name} was changed</source>
        <translation>已修改 {name}</translation>
    </message>
    <message>
        <source>What you typed was not saved</source>
        <translation>输入的内容没有保存</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>{name} is checked in · visit {visits}</source>
        <translation>{name} 已签到 · 第 {visits} 次到店</translation>
    </message>
    <message>
        <source>{name} is checked in · visit {visits} · {points} points</source>
        <translation>{name} 已签到 · 第 {visits} 次 · 得 {points} 分</translation>
    </message>
    <message>
        <source>Points {before} → {after}</source>
        <translation>积分 {before} → {after}</translation>
    </message>
    <message>
        <source>Coupon issued: {name}</source>
        <translation>已发券：{name}</translation>
    </message>
    <message>
        <source>Handed out: {name} · {left} points left</source>
        <translation>已兑换：{name} · 还剩 {left} 积分</translation>
    </message>
    <message>
        <source>Coupon revoked: {name}</source>
        <translation>已作废：{name}</translation>
    </message>
    <message>
        <source>{name}: one used · {before} → {after} left</source>
        <translation>{name}：已用一次 · 剩余 {before} → {after}</translation>
    </message>
    <message>
        <source>{name} is paid back: {amount}</source>
        <translation>{name} 已退：{amount}</translation>
    </message>
    <message>
        <source>Noted: has {name}</source>
        <translation>已记下：持有 {name}</translation>
    </message>
    <message>
        <source>Noted: has {name} no longer</source>
        <translation>已记下：不再持有 {name}</translation>
    </message>
    <message>
        <source>{gone} is {keep} from now on</source>
        <translation>{gone} 已并入 {keep}</translation>
    </message>
    <message>
        <source>{gone} and {keep} are two again</source>
        <translation>{gone} 与 {keep} 已重新分开</translation>
    </message>
    <message>
        <source>May owe up to {amount} now</source>
        <translation>现在最多可赊 {amount}</translation>
    </message>
    <message>
        <source>{amount} was written off</source>
        <translation>已核销 {amount}</translation>
    </message>
    <message>
        <source>{name} is cancelled; its benefits last to {date}</source>
        <translation>{name} 已退订，权益到 {date}</translation>
    </message>
    <message>
        <source>{amount} was paid out; the wallet is empty</source>
        <translation>已退 {amount}，储值已清零</translation>
    </message>
    <message>
        <source>{name} was already checked in today</source>
        <translation>{name} 今天已经签到过了</translation>
    </message>
    <message>
        <source>{name} may earn and spend again</source>
        <translation>{name} 可以继续积分和使用积分</translation>
    </message>
    <message>
        <source>{name} is frozen: no points are earned or spent</source>
        <translation>{name} 已冻结：不能积分，也不能使用积分</translation>
    </message>
    <message>
        <source>{name} is in the archive</source>
        <translation>{name} 已归档</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name} 已恢复</translation>
    </message>
    <message>
        <source>Card {code} is reported lost and stops working</source>
        <translation>卡 {code} 已挂失，不能再用</translation>
    </message>
    <message>
        <source>Card {code} works again</source>
        <translation>卡 {code} 恢复使用</translation>
    </message>
    <message>
        <source>A new card takes the place of {code}</source>
        <translation>已补新卡，代替 {code}</translation>
    </message>
    <message>
        <source>A card for {name} was added</source>
        <translation>已为 {name} 加卡</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
    <message>
        <source>{count} cards are printing</source>
        <translation>正在打印 {count} 张卡</translation>
    </message>
    <message>
        <source>The card is printing</source>
        <translation>正在打印会员卡</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Member cards</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>保存会员卡</translation>
    </message>
    <message>
        <source>Save the cards</source>
        <translation>保存会员卡</translation>
    </message>
    <message>
        <source>Saving the cards</source>
        <translation>正在保存会员卡</translation>
    </message>
</context>
<context>
    <name>MembersScreen</name>
    <message>
        <source>taken back at once</source>
        <translation>当场撤回</translation>
    </message>
</context>
<context>
    <name>MenuSheet</name>
    <message>
        <source>Put cash in</source>
        <translation>存入现金</translation>
    </message>
    <message>
        <source>Pay cash out</source>
        <translation>支出现金</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>缴存保险箱</translation>
    </message>
    <message>
        <source>Open without a sale</source>
        <translation>无销售开箱</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 报表</translation>
    </message>
    <message>
        <source>Z reports</source>
        <translation>日结单</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>Open with a float and count</source>
        <translation>清点备用金开班</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>交班日结</translation>
    </message>
    <message>
        <source>The drawer is not open. Open it with its float to sell.</source>
        <translation>尚未开班。清点备用金开班后即可收款。</translation>
    </message>
    <message>
        <source>Nothing was sold yet today. A session opens with the first sale.</source>
        <translation>今天还没有销售。第一笔销售时自动开班。</translation>
    </message>
    <message>
        <source>Selling since {time}, without a float and a count.</source>
        <translation>自 {time} 起营业，未清点备用金。</translation>
    </message>
    <message>
        <source>Open since {time} · {staff}</source>
        <translation>{time} 开班 · {staff}</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>{name} then</source>
        <translation>之后的 {name}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 积分</translation>
    </message>
    <message>
        <source>the paid plan</source>
        <translation>付费会员资格</translation>
    </message>
    <message>
        <source>Spent or changed since, so it stays with {name}: {what}.</source>
        <translation>合并后已用掉或有变动，留在 {name} 名下：{what}。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>店铺余额</translation>
    </message>
    <message>
        <source>Owed on account</source>
        <translation>赊账欠款</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Paid plan</source>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Session passes, uses left</source>
        <translation>次卡剩余次数</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>徽章</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>{principal} + {bonus} bonus</source>
        <translation>{principal} + 赠金 {bonus}</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Merge with another member</source>
        <translation>与另一位会员合并</translation>
    </message>
    <message>
        <source>Choose the other entry of the same person. All they have moves to {name}, and their cards, number and phone find {name} from then on.</source>
        <translation>选择同一个人的另一份资料。其全部权益并入 {name}，原来的卡、会员号和手机号以后都能找到 {name}。</translation>
    </message>
    <message>
        <source>Both, before and after</source>
        <translation>两位合并前后</translation>
    </message>
    <message>
        <source>The other member</source>
        <translation>另一位会员</translation>
    </message>
    <message>
        <source>Scan the card, or type a phone number or name</source>
        <translation>扫卡，或输入手机号、姓名</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>What was moved and is still there goes back to {name}.</source>
        <translation>转入且仍在的，全部退回 {name}。</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>分开</translation>
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
        <translation>两位都有付费会员资格，保留谁的？</translation>
    </message>
</context>
<context>
    <name>MovementSheet</name>
    <message>
        <source>Put cash in</source>
        <translation>存入现金</translation>
    </message>
    <message>
        <source>Pay cash out</source>
        <translation>支出现金</translation>
    </message>
    <message>
        <source>Take cash to the safe</source>
        <translation>缴存保险箱</translation>
    </message>
    <message>
        <source>Open without a sale</source>
        <translation>无销售开箱</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Type an amount, such as 12.50.</source>
        <translation>请填写金额，如 12.50。</translation>
    </message>
</context>
<context>
    <name>NamedRow</name>
    <message>
        <source>No member: no points change</source>
        <translation>没有会员：积分不变</translation>
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
        <translation>挂单</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Such as: table 5, blue coat</source>
        <translation>如：5 号桌、蓝外套</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
    </message>
</context>
<context>
    <name>OpenItemSheet</name>
    <message>
        <source>Sell by name and price</source>
        <translation>手工录入商品</translation>
    </message>
    <message>
        <source>Name on the receipt</source>
        <translation>小票上的品名</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
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
        <translation>请输入价格，例如 12.50。</translation>
    </message>
</context>
<context>
    <name>OverlapSheet</name>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Tick two or more, six at most</source>
        <translation>勾选两个以上，最多六个</translation>
    </message>
    <message>
        <source>Circles of the segments</source>
        <translation>分组的圆圈图</translation>
    </message>
    <message>
        <source>Members in both</source>
        <translation>同时属于两组的会员</translation>
    </message>
    <message>
        <source>Tick two segments to see who is in both.</source>
        <translation>勾选两个分组，看看有多少人同时在内。</translation>
    </message>
    <message>
        <source>{count} are in all of them.</source>
        <translation>{count} 人同时属于以上所有分组。</translation>
    </message>
    <message>
        <source>Nobody is in all of them.</source>
        <translation>没有人同时属于以上所有分组。</translation>
    </message>
</context>
<context>
    <name>OwnerStep</name>
    <message>
        <source>You and the drawer</source>
        <translation>店主与钱箱</translation>
    </message>
    <message>
        <source>Your PIN, if the till shall ask who is there</source>
        <translation>店主密码（需要收银台验证身份时设置）</translation>
    </message>
    <message>
        <source>4 to 12 digits. Left empty, the till asks nobody; Settings, Staff adds it.</source>
        <translation>4 到 12 位数字。留空则不验证身份，之后可在“设置 › 员工”里添加。</translation>
    </message>
    <message>
        <source>Open the drawer with a float each day, and count it at night</source>
        <translation>每天清点备用金开班，交班清点钱箱</translation>
    </message>
    <message>
        <source>The evening&apos;s report then says what is over or short. Settings changes it.</source>
        <translation>日结单会写明长款或短款。以后可在设置里更改。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
</context>
<context>
    <name>PageLines</name>
    <message>
        <source>What was sold</source>
        <translation>销售明细</translation>
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
        <translation>原价</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Rounded for cash</source>
        <translation>现金抹零</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>No member has bought anything yet.</source>
        <translation>还没有会员买过东西。</translation>
    </message>
</context>
<context>
    <name>PartPage</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Nothing here yet. Press {key} to add one.</source>
        <translation>这里还没有内容，按 {key} 添加。</translation>
    </message>
</context>
<context>
    <name>PaySheet</name>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Split the payment</source>
        <translation>组合付款</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成收款</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>收到金额</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>付款备注</translation>
    </message>
    <message>
        <source>Slip number, if there is one</source>
        <translation>签购单号，可不填</translation>
    </message>
    <message>
        <source>Tip: choose it, or type it; Enter</source>
        <translation>小费：选一项，或输入金额后回车</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>Total due</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>待付</translation>
    </message>
    <message>
        <source>Earns {earned} · {before} → {after} points</source>
        <translation>得 {earned} 积分 · {before} → {after}</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>收到现金</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>· scan it</source>
        <translation>· 扫码使用</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>还差</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Total due, with a tip of {amount}</source>
        <translation>应收（含小费 {amount}）</translation>
    </message>
    <message>
        <source>{amount} past the limit: a manager must agree</source>
        <translation>超出赊账额度 {amount}，须经理同意</translation>
    </message>
    <message>
        <source>{amount} of the deposit goes back in cash</source>
        <translation>订金余 {amount} 退现金</translation>
    </message>
    <message>
        <source>Cash is rounded by {amount}</source>
        <translation>现金舍入 {amount}</translation>
    </message>
    <message>
        <source>The member holds {points} points</source>
        <translation>会员有 {points} 分</translation>
    </message>
    <message>
        <source>{kind}: {amount} is all there is</source>
        <translation>{kind}只有 {amount}</translation>
    </message>
    <message>
        <source>Never note a bank card&apos;s number: the slip number is enough</source>
        <translation>请勿填写银行卡号，填签购单号即可</translation>
    </message>
    <message>
        <source>Only cash gives change: take a smaller amount</source>
        <translation>只有现金可以找零，请减小金额</translation>
    </message>
</context>
<context>
    <name>PeopleSheet</name>
    <message>
        <source>Nobody stands here.</source>
        <translation>这里没有会员。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save as segment</source>
        <translation>存为分组</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>分组名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Exporting members</source>
        <translation>正在导出会员</translation>
    </message>
    <message>
        <source>Members: {count}</source>
        <translation>{count} 位会员</translation>
    </message>
    <message>
        <source>{count} · {figure}: {total}</source>
        <translation>{count} · {figure}：{total}</translation>
    </message>
    <message>
        <source>{said}, of it {nobody} without a member</source>
        <translation>{said}，其中 {nobody} 不属于任何会员</translation>
    </message>
    <message>
        <source>Members written to {file}: {rows}.</source>
        <translation>已把 {rows} 位会员写入 {file}。</translation>
    </message>
    <message>
        <source>Segment “{name}” saved.</source>
        <translation>分组“{name}”已保存。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店次数</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消费</translation>
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
        <translation>期间</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
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
        <translation>上周</translation>
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
        <translation>添加员工</translation>
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
        <translation>密码</translation>
    </message>
    <message>
        <source>Commission, % of what they serve</source>
        <translation>提成，按服务金额的 %</translation>
    </message>
    <message>
        <source>Of the goods they served, less what came back; tips aside.</source>
        <translation>按其服务的商品计，扣除退货，不含小费。</translation>
    </message>
    <message>
        <source>Empty keeps the PIN. 4 to 12 digits.</source>
        <translation>留空则不变；4 到 12 位数字。</translation>
    </message>
    <message>
        <source>4 to 12 digits; empty: they sign in by card alone.</source>
        <translation>4 到 12 位数字；留空则只能用员工卡登录。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Card as PDF…</source>
        <translation>员工卡 PDF…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enable again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>取消 PIN</translation>
    </message>
    <message>
        <source>Staff card</source>
        <translation>员工卡</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
</context>
<context>
    <name>PictureScan</name>
    <message>
        <source>There are several codes in this picture.</source>
        <translation>这张图片里有多个码。</translation>
    </message>
    <message>
        <source>There is no code in this picture.</source>
        <translation>这张图片里没有码。</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Take this PIN</source>
        <translation>确认密码</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Where they stand</source>
        <translation>会员定位</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>常买</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>到店时间</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>优惠使用</translation>
    </message>
    <message>
        <source>Came {visits} times since {day}; {last}.</source>
        <translation>自 {day} 来过 {visits} 次，{last}。</translation>
    </message>
    <message>
        <source>Came once; {last}.</source>
        <translation>来过一次，{last}。</translation>
    </message>
    <message>
        <source>Mostly buys at {prices} a piece.</source>
        <translation>多买单价 {prices} 的。</translation>
    </message>
    <message>
        <source>Buys {kinds}, mostly at {prices} a piece.</source>
        <translation>常买{kinds}，单价多为 {prices}。</translation>
    </message>
    <message>
        <source>last here today</source>
        <translation>今天来过</translation>
    </message>
    <message>
        <source>last here yesterday</source>
        <translation>昨天来过</translation>
    </message>
    <message>
        <source>last here {days} days ago</source>
        <translation>上次是 {days} 天前</translation>
    </message>
    <message>
        <source>Usually comes every day; {last}.</source>
        <translation>通常每天都来，{last}。</translation>
    </message>
    <message>
        <source>Usually comes every {days} days; {last}.</source>
        <translation>通常每 {days} 天来一次，{last}。</translation>
    </message>
    <message>
        <source>{chance}: about {days} purchase days and {amount} in the next 90 days.</source>
        <translation>{chance}：未来 90 天约消费 {days} 天，共 {amount}。</translation>
    </message>
    <message>
        <source>Buys {kinds}.</source>
        <translation>常买{kinds}。</translation>
    </message>
    <message>
        <source>Mostly on {day}.</source>
        <translation>多在{day}来。</translation>
    </message>
    <message>
        <source>Mostly at {hours}.</source>
        <translation>多在 {hours} 来。</translation>
    </message>
    <message>
        <source>Mostly on {day}, at {hours}.</source>
        <translation>多在{day} {hours} 来。</translation>
    </message>
    <message>
        <source>Used no points, coupons or passes in the last {sales} sales.</source>
        <translation>最近 {sales} 笔没有用过积分、优惠券或次卡。</translation>
    </message>
    <message>
        <source>Used points, coupons or passes in {some} of the last {sales} sales.</source>
        <translation>最近 {sales} 笔里有 {some} 笔用了积分、优惠券或次卡。</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>What it would do</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Left out, and why</source>
        <translation>未入选及原因</translation>
    </message>
    <message>
        <source>Shown once there is somebody to ask and something to say to them.</source>
        <translation>选好邀请对象、写好文案后显示。</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>启动…</translation>
    </message>
    <message>
        <source>{count} asked</source>
        <translation>邀请 {count} 人</translation>
    </message>
    <message>
        <source>{holdout} held out by lot · {audience} in the audience</source>
        <translation>随机留出 {holdout} 人作对照 · 符合条件共 {audience} 人</translation>
    </message>
    <message>
        <source>Spent once</source>
        <translation>固定花费</translation>
    </message>
    <message>
        <source>For asking</source>
        <translation>联系花费</translation>
    </message>
    <message>
        <source>For the offers, at most</source>
        <translation>优惠成本（最多）</translation>
    </message>
    <message>
        <source>In all, at most</source>
        <translation>合计（最多）</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
</context>
<context>
    <name>PointsPage</name>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Points, tiers, offers and coupons are chosen, edited and tried in one place.</source>
        <translation>积分、等级、优惠和优惠券都在“营销”里选用、编辑和试算。</translation>
    </message>
    <message>
        <source>Go to Loyalty</source>
        <translation>去营销</translation>
    </message>
</context>
<context>
    <name>PointsTable</name>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>No points yet. The next sale earns the first.</source>
        <translation>还没有积分。下一笔消费就会有。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>变动前 → 后</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Try it on a basket</source>
        <translation>用一单试算</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>非会员</translation>
    </message>
    <message>
        <source>Who buys</source>
        <translation>谁在买</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>Points held</source>
        <translation>现有积分</translation>
    </message>
    <message>
        <source>Has a birthday</source>
        <translation>当天生日</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>请填整数。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Write it as 2026-12-31.</source>
        <translation>请写成 2026-12-31。</translation>
    </message>
    <message>
        <source>Write it as 14:30.</source>
        <translation>请写成 14:30。</translation>
    </message>
    <message>
        <source>Add a product…</source>
        <translation>添加商品…</translation>
    </message>
    <message>
        <source>No product of the shop has this name.</source>
        <translation>店里没有这个名称的商品。</translation>
    </message>
    <message>
        <source>Reward or coupon…</source>
        <translation>用兑换或优惠券…</translation>
    </message>
    <message>
        <source>The basket is empty. Add a product.</source>
        <translation>篮子是空的，请添加商品。</translation>
    </message>
    <message>
        <source>One {name} less</source>
        <translation>减一件{name}</translation>
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
        <translation>已优惠</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>可得积分</translation>
    </message>
    <message>
        <source>Points spent</source>
        <translation>使用积分</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>To give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>What is undone</source>
        <translation>将撤销</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>As store credit</source>
        <translation>转为店铺余额</translation>
    </message>
    <message>
        <source>As it was paid</source>
        <translation>按原方式退</translation>
    </message>
    <message>
        <source>All in cash</source>
        <translation>全退现金</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
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
        <translation>商品放回货架</translation>
    </message>
</context>
<context>
    <name>PrintJobsSheet</name>
    <message>
        <source>Prints that wait</source>
        <translation>等待打印的单据</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>不打了</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>礼品小票</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款单</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z 报表</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>is being printed</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>look at the paper first</source>
        <translation>请先看一下纸</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Everything is printed.</source>
        <translation>全部打印完了。</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动程序</translation>
    </message>
    <message>
        <source>Windows queue</source>
        <translation>Windows 队列</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Connected by</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 毫米</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 毫米</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>1, picture</source>
        <translation>1 图像</translation>
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
        <translation>哪一行看起来正确？</translation>
    </message>
    <message>
        <source>If several do, take the first: a picture holds every character.</source>
        <translation>如果几行都正确，选第一行：图像能打印所有的字。</translation>
    </message>
    <message>
        <source>The code under 5 is there: the printer draws codes</source>
        <translation>第 5 项有码：由打印机生成二维码</translation>
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
        <translation>没有钱箱</translation>
    </message>
    <message>
        <source>Pin 2</source>
        <translation>2 脚</translation>
    </message>
    <message>
        <source>Pin 5</source>
        <translation>5 脚</translation>
    </message>
    <message>
        <source>The paper is cut</source>
        <translation>切纸</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>Nearly always pin 2. It opens for cash only.</source>
        <translation>多数是 2 脚。只有现金才弹开。</translation>
    </message>
    <message>
        <source>Sent. Look at the paper, then choose the line below.</source>
        <translation>已发送。请看纸上，再在下面选择。</translation>
    </message>
    <message>
        <source>The drawer was told to open.</source>
        <translation>已通知钱箱打开。</translation>
    </message>
    <message>
        <source>On its way to the printer…</source>
        <translation>正在发送到打印机…</translation>
    </message>
    <message>
        <source>Name of the queue</source>
        <translation>队列名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>As Windows lists the printer, such as XP-80C.</source>
        <translation>Windows 中的打印机名称，如 XP-80C。</translation>
    </message>
    <message>
        <source>Such as 192.168.1.50; the port is 9100 unless it follows.</source>
        <translation>如 192.168.1.50；不写端口即为 9100。</translation>
    </message>
    <message>
        <source>Such as /dev/usb/lp0, or LPT1 on Windows.</source>
        <translation>如 /dev/usb/lp0，Windows 上如 LPT1。</translation>
    </message>
    <message>
        <source>Every print is added at its end.</source>
        <translation>每次打印都加在文件末尾。</translation>
    </message>
    <message>
        <source>The receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试打</translation>
    </message>
    <message>
        <source>Cut and drawer</source>
        <translation>切纸和钱箱</translation>
    </message>
    <message>
        <source>Receipts go through the printer&apos;s driver, chosen under Cards and receipts. A printer that understands ESC/POS is better connected directly: it then cuts the paper and opens the drawer.</source>
        <translation>小票通过打印机驱动打印，在“卡片与小票”中选择。懂 ESC/POS 指令的打印机最好直接连接，这样才会自动切纸、弹钱箱。</translation>
    </message>
    <message>
        <source>Prints a page with numbered lines, as the printer is set here.</source>
        <translation>按这里的设置打印一张带编号的测试页。</translation>
    </message>
    <message>
        <source>Print the test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Prints that wait</source>
        <translation>等待打印的单据</translation>
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
        <source>Print labels on</source>
        <translation>标签打印到</translation>
    </message>
    <message>
        <source>Print sheets of labels on</source>
        <translation>整张标签打印到</translation>
    </message>
    <message>
        <source>Print reports on</source>
        <translation>报表打印机</translation>
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
    <name>PrinterStep</name>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂时没有</translation>
    </message>
    <message>
        <source>Installed on this PC</source>
        <translation>本机已安装</translation>
    </message>
    <message>
        <source>Windows queue</source>
        <translation>Windows 队列</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 毫米</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 毫米</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>1, picture</source>
        <translation>1 图像</translation>
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
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>选择打印机</translation>
    </message>
    <message>
        <source>Which line of the test page looks right?</source>
        <translation>测试页上哪一行看起来正确？</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Print a receipt after each sale</source>
        <translation>每笔销售后自动打印小票</translation>
    </message>
    <message>
        <source>A cash drawer is connected to the printer</source>
        <translation>打印机上接有钱箱</translation>
    </message>
    <message>
        <source>Name of the queue</source>
        <translation>队列名称</translation>
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
        <translation>地址</translation>
    </message>
    <message>
        <source>Such as 192.168.1.50.</source>
        <translation>如 192.168.1.50。</translation>
    </message>
    <message>
        <source>A printer can be connected at any time: Settings, Printer.</source>
        <translation>以后随时可以连接：“设置 › 打印机”。</translation>
    </message>
    <message>
        <source>No printer is installed on this PC yet. It can be chosen later.</source>
        <translation>这台电脑还没有安装打印机，以后再选也可以。</translation>
    </message>
    <message>
        <source>Test receipt</source>
        <translation>测试小票</translation>
    </message>
    <message>
        <source>Sent. Look at the paper.</source>
        <translation>已发送，请看打印出来的纸。</translation>
    </message>
    <message>
        <source>On its way to the printer…</source>
        <translation>正在发送到打印机…</translation>
    </message>
    <message>
        <source>{printer} did not take the page. Check it, or go on without it.</source>
        <translation>{printer} 没有接收测试页。请检查，或先跳过。</translation>
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
    <name>ProductSheet</name>
    <message>
        <source>Name</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>Empty: members pay the same</source>
        <translation>留空：会员同价</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Choose, or type a new one</source>
        <translation>选择，或输入新分类</translation>
    </message>
    <message>
        <source>Scan, or type a code and press Enter</source>
        <translation>扫描，或输入条码后按 Enter</translation>
    </message>
    <message>
        <source>Sold by weight: the price is for one kilogram</source>
        <translation>称重商品（按每公斤计价）</translation>
    </message>
    <message>
        <source>On the cashier&apos;s tiles</source>
        <translation>显示为收银按钮</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>What the shop pays for one</source>
        <translation>进一件货的价钱</translation>
    </message>
    <message>
        <source>Low from</source>
        <translation>预警线</translation>
    </message>
    <message>
        <source>Keep stock of it</source>
        <translation>管理库存</translation>
    </message>
    <message>
        <source>Stock history</source>
        <translation>库存流水</translation>
    </message>
    <message>
        <source>Colour of the tile</source>
        <translation>按钮颜色</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
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
        <translation>百分比。留空用店铺税率：{rate}%</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>税率</translation>
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
        <translation>现有：{quantity}</translation>
    </message>
    <message>
        <source>This is the code of a card, a receipt or a payment, not of a product.</source>
        <translation>这是卡、小票或付款码，不是商品条码。</translation>
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
        <translation>蓝色</translation>
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
        <translation>红色</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Added {name}</source>
        <translation>已添加 {name}</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
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
        <translation>已移动 {name} 的按钮</translation>
    </message>
</context>
<context>
    <name>ProductsScreen</name>
    <message>
        <source>Search by name, pinyin or barcode</source>
        <translation>按品名、拼音或条码搜索</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新增商品</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>商品范围</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>在售</translation>
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
        <translation>低库存</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部分类</translation>
    </message>
    <message>
        <source>{count} in the list</source>
        <translation>共 {count} 项</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>没有符合的商品。</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>显示全部商品</translation>
    </message>
    <message>
        <source>No products yet. Add the first one with {new}, import a list from a file, or sell by name and price at the till with {key}.</source>
        <translation>还没有商品。按 {new} 新增第一个，从文件导入，或在收银台按 {key} 直接输入品名和价格。</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>No tile</source>
        <translation>无按钮</translation>
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
        <translation>回访 {count}</translation>
    </message>
    <message>
        <source>Follow-ups today: {count}</source>
        <translation>今天要回访：{count} 位</translation>
    </message>
</context>
<context>
    <name>ProofSheet</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Or scan a staff card: one scan, no PIN.</source>
        <translation>也可以扫员工卡：一扫即可，不用密码。</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的密码</translation>
    </message>
</context>
<context>
    <name>QuadrantPanel</name>
    <message>
        <source>The cross stands at the shop&apos;s means: {days} purchase days a member, {basket} on each.</source>
        <translation>十字线在全店平均处：人均消费 {days} 天，每天 {basket}。</translation>
    </message>
    <message>
        <source>Check-ins do not count.</source>
        <translation>签到不算。</translation>
    </message>
    <message>
        <source>Beyond the edge and drawn on it: {count}.</source>
        <translation>超出图外、画在边上的有 {count} 位。</translation>
    </message>
    <message>
        <source>Days with a purchase by average basket</source>
        <translation>消费天数 × 客单价</translation>
    </message>
    <message>
        <source>Days with a purchase (each step about doubles)</source>
        <translation>消费天数（每格约翻一倍）</translation>
    </message>
    <message>
        <source>Quadrants</source>
        <translation>象限</translation>
    </message>
    <message>
        <source>Average basket</source>
        <translation>客单价</translation>
    </message>
</context>
<context>
    <name>QuantitySheet</name>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Type a quantity, such as 2 or 0.355.</source>
        <translation>请输入数量，例如 2 或 0.355。</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Points to give, or to take with a minus</source>
        <translation>给多少积分；扣减用负数</translation>
    </message>
    <message>
        <source>Reason, as the member will read it</source>
        <translation>原因（会员会看到）</translation>
    </message>
    <message>
        <source>Reason (may be left out)</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>哪一种</translation>
    </message>
    <message>
        <source>Points {before} → {after}</source>
        <translation>积分 {before} → {after}</translation>
    </message>
    <message>
        <source>Type how many points, such as 50 or -50.</source>
        <translation>请输入积分数，如 50 或 -50。</translation>
    </message>
    <message>
        <source>Type the reason: the member reads it on the statement.</source>
        <translation>请填写原因：会员会在对账单上看到。</translation>
    </message>
    <message>
        <source>The count differs</source>
        <translation>清点不符</translation>
    </message>
    <message>
        <source>Should be there</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
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
        <translation>会记录并印在日结单上。按 Esc 重新清点。</translation>
    </message>
    <message>
        <source>Change given wrong</source>
        <translation>找零有误</translation>
    </message>
    <message>
        <source>Float wrong</source>
        <translation>备用金有误</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>Record and close</source>
        <translation>记录并日结</translation>
    </message>
</context>
<context>
    <name>ReceiptPreview</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>价格说明</translation>
    </message>
    <message>
        <source>Claim points</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Choose a sale, or scan the code of a receipt.</source>
        <translation>选择一笔销售，或扫描小票条码。</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已收款</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>小票 {number}</translation>
    </message>
    <message>
        <source>Next sale</source>
        <translation>下一单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>礼品小票</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Change to give</source>
        <translation>应找零</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Points {moved}</source>
        <translation>积分 {moved}</translation>
    </message>
    <message>
        <source>No member: scan this receipt with a member at the till to claim its points.</source>
        <translation>未用会员：先在收银台扫会员卡，再扫这张小票，即可补积分。</translation>
    </message>
    <message>
        <source>Points claimed by member {number}</source>
        <translation>积分已补给会员 {number}</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Rows that cannot be taken</source>
        <translation>无法导入的行</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已新建</translation>
    </message>
    <message>
        <source>To be added</source>
        <translation>将新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>To be changed</source>
        <translation>将更新</translation>
    </message>
    <message>
        <source>In the shop already</source>
        <translation>店里已有</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Sales made of them</source>
        <translation>生成的销售</translation>
    </message>
    <message>
        <source>Leave these rows out and write them to a file, to be mended</source>
        <translation>跳过这些行，并写到文件中以便修改</translation>
    </message>
    <message>
        <source>Imported. New members: {count}. A backup was made before.</source>
        <translation>导入完成。新会员：{count}。导入前已备份。</translation>
    </message>
    <message>
        <source>Imported. A backup was made before.</source>
        <translation>导入完成。导入前已备份。</translation>
    </message>
    <message>
        <source>Nothing was imported yet. Mend these rows in the file and choose it again, or leave them out.</source>
        <translation>还没有导入任何内容。请在文件中修改这些行后重新选择，或跳过它们。</translation>
    </message>
    <message>
        <source>Every row is in the shop already: there is nothing to import.</source>
        <translation>每一行店里都已有，无需导入。</translation>
    </message>
    <message>
        <source>All rows can be taken. Nothing was imported yet.</source>
        <translation>所有行都可以导入。尚未导入。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>文件中的内容</translation>
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
        <translation>X 报表</translation>
    </message>
    <message>
        <source>Z report {number}</source>
        <translation>日结单 {number}</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Expected in the drawer</source>
        <translation>钱箱应有</translation>
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
        <translation>清点相符</translation>
    </message>
    <message>
        <source>Revenue {amount}</source>
        <translation>营业额 {amount}</translation>
    </message>
    <message>
        <source>{count} sales</source>
        <translation>{count} 笔销售</translation>
    </message>
</context>
<context>
    <name>ReportsSheet</name>
    <message>
        <source>Z reports</source>
        <translation>日结单</translation>
    </message>
    <message>
        <source>No day was closed yet. Close one to see its report here.</source>
        <translation>还没有日结单。交班日结后在这里查看。</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未清点</translation>
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
        <translation>恢复到 {made}？</translation>
    </message>
    <message>
        <source>That backup holds {sales} sales and {members} members.</source>
        <translation>该备份有 {sales} 笔销售和 {members} 位会员。</translation>
    </message>
    <message>
        <source>Every sale, member and change made since then leaves this shop.</source>
        <translation>之后的销售、会员和改动都会从本店移除。</translation>
    </message>
    <message>
        <source>First a backup of the shop as it is now is made, so you can come back.</source>
        <translation>会先备份当前数据，之后可以再恢复回来。</translation>
    </message>
    <message>
        <source>The backup is checked whole before anything is touched.</source>
        <translation>改动之前会完整检查该备份。</translation>
    </message>
    <message>
        <source>Receipt numbers go on with a new prefix, so that none repeats.</source>
        <translation>小票号会换新前缀继续，不会重复。</translation>
    </message>
    <message>
        <source>Keep everything as it is</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>ReturnSheet</name>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>无小票退货</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Look at what follows</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Void, give back {amount}</source>
        <translation>作废并退 {amount}</translation>
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
        <translation>小票 {number}</translation>
    </message>
    <message>
        <source>Total of {amount}</source>
        <translation>合计 {amount}</translation>
    </message>
    <message>
        <source>Sold as “{text}”</source>
        <translation>明细含“{text}”</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>Discounts that these goods had are kept off</source>
        <translation>这些商品当时的优惠不退</translation>
    </message>
    <message>
        <source>Rounded for cash</source>
        <translation>现金抹零</translation>
    </message>
    <message>
        <source>Points of {name}</source>
        <translation>{name} 的积分</translation>
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
        <translation>按本店会员五等分，随会员变动</translation>
    </message>
    <message>
        <source>Own limits</source>
        <translation>自定界限</translation>
    </message>
    <message>
        <source>Last purchase within, days</source>
        <translation>最近消费不超过（天）</translation>
    </message>
    <message>
        <source>Days with a purchase up to</source>
        <translation>消费天数不超过</translation>
    </message>
    <message>
        <source>“{what}” needs four whole numbers, each larger than the one before.</source>
        <translation>“{what}”要填四个整数，一个比一个大。</translation>
    </message>
    <message>
        <source>5 is the best score. Who bought within the first number of days scores 5 for recency; who bought on more days or spent more than the last number scores 5 for those.</source>
        <translation>5 分最好。最近消费在第一个天数以内得 5 分；消费天数或消费金额超过最后一个数得 5 分。</translation>
    </message>
    <message>
        <source>Spent up to, {currency}</source>
        <translation>消费不超过（{currency}）</translation>
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
        <translation>截至 {day}，买过东西的会员：{count} 位。</translation>
    </message>
    <message>
        <source>Parted by your own limits.</source>
        <translation>按自定界限分群。</translation>
    </message>
    <message>
        <source>Fifths of so few say little: set your own limits, or wait for more.</source>
        <translation>人数太少，五等分说明不了什么：可以自定界限，或等会员再多些。</translation>
    </message>
    <message>
        <source>Parted into fifths by last purchase and by days with one.</source>
        <translation>按最近消费和消费天数五等分。</translation>
    </message>
    <message>
        <source>Members by last purchase and days with one</source>
        <translation>会员按最近消费和消费天数</translation>
    </message>
    <message>
        <source>Last purchase, days ago</source>
        <translation>最近消费（天前）</translation>
    </message>
    <message>
        <source>Days with a purchase</source>
        <translation>消费天数</translation>
    </message>
    <message>
        <source>Last purchase by days with one</source>
        <translation>最近消费 × 消费天数</translation>
    </message>
    <message>
        <source>{group}: members {count} ({share}); last purchase {days} days ago; bought on {visits} days; spent {amount}</source>
        <translation>{group}：{count} 位（{share}）；最近消费 {days} 天前；消费 {visits} 天；共 {amount}</translation>
    </message>
    <message>
        <source>{group}: last purchase {days} days ago, bought on {visits} days</source>
        <translation>{group}：最近消费 {days} 天前，消费 {visits} 天</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分层</translation>
    </message>
</context>
<context>
    <name>RollPrinter</name>
    <message>
        <source>The drawer did not open. {why}</source>
        <translation>钱箱没有打开。{why}</translation>
    </message>
    <message>
        <source>Receipt printer {name}</source>
        <translation>小票打印机 {name}</translation>
    </message>
    <message>
        <source>Prints to look at: {count}</source>
        <translation>待确认的打印：{count}</translation>
    </message>
    <message>
        <source>Prints waiting: {count}</source>
        <translation>等待打印：{count}</translation>
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
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Rule of follow-ups</source>
        <translation>回访规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>The member&apos;s own adviser</source>
        <translation>会员自己的顾问</translation>
    </message>
    <message>
        <source>Days after the purchase</source>
        <translation>购买后几天</translation>
    </message>
    <message>
        <source>Days after falling silent</source>
        <translation>沉默后几天</translation>
    </message>
    <message>
        <source>Days before the end</source>
        <translation>到期前几天</translation>
    </message>
    <message>
        <source>Days before the birthday</source>
        <translation>生日前几天</translation>
    </message>
    <message>
        <source>What it watches for</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Category of the goods</source>
        <translation>商品分类</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>Such as: ask how the skin feels</source>
        <translation>例如：询问护理后的皮肤状况</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟进人</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Each rule that is switched on makes a follow-up once for every occasion, from the day on which it was switched on.</source>
        <translation>启用的规则从启用当天起，对每个时机自动生成一次回访。</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Rules of follow-ups</source>
        <translation>回访规则</translation>
    </message>
    <message>
        <source>No rule yet. One reminds of members after a purchase, before a birthday, or when they no longer come.</source>
        <translation>还没有规则。规则可以在购买之后、生日之前或会员久未到店时提醒您。</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>{days} days after</source>
        <translation>{days} 天后</translation>
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
        <translation>{day} 起启用</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>Watches for</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>Own adviser</source>
        <translation>会员的顾问</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>“{name}” is kept.</source>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is kept; follow-ups made: {count}.</source>
        <translation>已保存“{name}”，生成回访 {count} 条。</translation>
    </message>
</context>
<context>
    <name>SaleClaimSheet</name>
    <message>
        <source>Claim points</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>This sale of {amount} named no member. Its points can be given to one, once.</source>
        <translation>这笔 {amount} 的销售未用会员，积分可以补给一位会员，只能补一次。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Scan the card, or type a phone number or name</source>
        <translation>扫会员卡，或输入手机号、姓名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Points {moved}</source>
        <translation>积分 {moved}</translation>
    </message>
</context>
<context>
    <name>SalePageView</name>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>What was sold</source>
        <translation>销售明细</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Claim points</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>礼品小票</translation>
    </message>
    <message>
        <source>session of {time}</source>
        <translation>班次 {time}</translation>
    </message>
    <message>
        <source>till {name}</source>
        <translation>收银台 {name}</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>后续</translation>
    </message>
    <message>
        <source>Exchanged for goods of {number}</source>
        <translation>由 {number} 的商品换来</translation>
    </message>
    <message>
        <source>Exchanged for {number}</source>
        <translation>换成 {number}</translation>
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
        <translation>税 {rate}%（不含税 {net}）</translation>
    </message>
    <message>
        <source>Issued: {number}</source>
        <translation>已开：{number}</translation>
    </message>
    <message>
        <source>Not issued yet</source>
        <translation>尚未开具</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Claimed by member {number}</source>
        <translation>已由会员 {number} 补积分</translation>
    </message>
    <message>
        <source>Taken back by returns: {points}</source>
        <translation>退货收回 {points}</translation>
    </message>
    <message>
        <source>Restored by returns: {points}</source>
        <translation>退货退还 {points}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Version {version} of the scheme, in force when it was sold.</source>
        <translation>售出时生效的方案第 {version} 版。</translation>
    </message>
</context>
<context>
    <name>SaleWhySheet</name>
    <message>
        <source>Why this total</source>
        <translation>价格说明</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>What did not apply</source>
        <translation>没有用上的优惠</translation>
    </message>
    <message>
        <source>Shelf prices: nothing was taken off.</source>
        <translation>按标价，没有优惠。</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>Rounded for cash</source>
        <translation>现金取整</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>By the rules of version {version}, in force when it was sold.</source>
        <translation>按销售当时的第 {version} 版积分规则。</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Partly returned</source>
        <translation>部分已退</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退货</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>小票 {number}</translation>
    </message>
    <message>
        <source>Total of {amount}</source>
        <translation>合计 {amount}</translation>
    </message>
    <message>
        <source>Sold as “{text}”</source>
        <translation>明细含“{text}”</translation>
    </message>
    <message>
        <source>Points claimed by member {number}</source>
        <translation>积分已补给会员 {number}</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>无会员</translation>
    </message>
</context>
<context>
    <name>SalesList</name>
    <message>
        <source>Search the sales</source>
        <translation>搜索销售</translation>
    </message>
    <message>
        <source>Number, member, product or amount</source>
        <translation>单号、会员、商品或金额</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Invoices to issue</source>
        <translation>待开发票</translation>
    </message>
    <message>
        <source>Commissions</source>
        <translation>提成</translation>
    </message>
    <message>
        <source>Sales or returns</source>
        <translation>销售或退货</translation>
    </message>
    <message>
        <source>Sales and returns</source>
        <translation>销售和退货</translation>
    </message>
    <message>
        <source>Sales only</source>
        <translation>只看销售</translation>
    </message>
    <message>
        <source>Returns only</source>
        <translation>只看退货</translation>
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
        <translation>销售</translation>
    </message>
    <message>
        <source>No member</source>
        <translation>非会员</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Searched from {day} on; choose dates to look further back.</source>
        <translation>已搜索 {day} 起；要看更早请选日期。</translation>
    </message>
    <message>
        <source>Nothing like this was sold then.</source>
        <translation>这段时间没有这样的销售。</translation>
    </message>
    <message>
        <source>Show all sales</source>
        <translation>显示全部销售</translation>
    </message>
    <message>
        <source>Nothing was sold then.</source>
        <translation>这段时间没有销售。</translation>
    </message>
    <message>
        <source>Nothing sold yet. Ring up the first sale at the till, or bring your old sales along from a file.</source>
        <translation>还没有销售。去收银台做第一单，或从文件导入以前的销售。</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
</context>
<context>
    <name>SalesScreen</name>
    <message>
        <source>{points} points given · {before} → {after}</source>
        <translation>已补 {points} 积分 · {before} → {after}</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Longest pause, milliseconds</source>
        <translation>最长间隔（毫秒）</translation>
    </message>
    <message>
        <source>Keys further apart are typing, not a scan.</source>
        <translation>间隔更长的按键算手工输入。</translation>
    </message>
    <message>
        <source>Sent before the code</source>
        <translation>条码前缀</translation>
    </message>
    <message>
        <source>Taken off again. Usually nothing.</source>
        <translation>会自动去掉，通常为空。</translation>
    </message>
    <message>
        <source>Sent after it, before Enter</source>
        <translation>条码后缀（Enter 之前）</translation>
    </message>
    <message>
        <source>Scan by camera</source>
        <translation>用摄像头扫码</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>哪个摄像头</translation>
    </message>
    <message>
        <source>Nothing scanned yet.</source>
        <translation>还没有扫码。</translation>
    </message>
    <message>
        <source>Heard {text} · longest pause {gap} ms</source>
        <translation>收到 {text} · 最长间隔 {gap} 毫秒</translation>
    </message>
    <message>
        <source>The settings fit this scanner.</source>
        <translation>当前设置适合这把扫码枪。</translation>
    </message>
    <message>
        <source>That was too short for the code shown. Scan it again.</source>
        <translation>读到的内容太短，请再扫一次。</translation>
    </message>
    <message>
        <source>The keys came as slowly as a person types. Set the scanner to send without delay between characters, as its manual says, and scan again.</source>
        <translation>按键速度像手工输入一样慢。请按说明书把扫码枪设为字符间无延迟，再扫一次。</translation>
    </message>
    <message>
        <source>The scanner sends no Enter at the end. Set it to add Enter (CR), as its manual says, and scan again.</source>
        <translation>扫码枪末尾没有发送 Enter。请按说明书设为添加回车（CR），再扫一次。</translation>
    </message>
    <message>
        <source>That is not the code shown. If you scanned it, the keyboard layout or an input method changes what the scanner types: switch it to English and scan again.</source>
        <translation>读到的不是所示条码。如果确实扫了它，是键盘布局或输入法改变了内容：请切换到英文后再扫。</translation>
    </message>
    <message>
        <source>A pause of {gap} ms, &quot;{prefix}&quot; before and &quot;{suffix}&quot; after the code.</source>
        <translation>间隔 {gap} 毫秒，条码前有“{prefix}”，后有“{suffix}”。</translation>
    </message>
    <message>
        <source>A pause of {gap} ms, and &quot;{prefix}&quot; before the code.</source>
        <translation>间隔 {gap} 毫秒，条码前有“{prefix}”。</translation>
    </message>
    <message>
        <source>A pause of {gap} ms, and &quot;{suffix}&quot; after the code.</source>
        <translation>间隔 {gap} 毫秒，条码后有“{suffix}”。</translation>
    </message>
    <message>
        <source>A pause of {gap} ms, and nothing around the code.</source>
        <translation>间隔 {gap} 毫秒，条码前后没有其他字符。</translation>
    </message>
    <message>
        <source>Scan this code</source>
        <translation>扫描此条码</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动设置</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Click into the field, then scan one of the two codes from the screen. A laser scanner that cannot read screens is set by hand, below.</source>
        <translation>点进输入框，再从屏幕上扫其中一个码。读不了屏幕的激光枪请在下方手动设置。</translation>
    </message>
    <message>
        <source>Code to scan: {code}</source>
        <translation>要扫描的条码：{code}</translation>
    </message>
    <message>
        <source>Click here, then scan</source>
        <translation>点这里，然后扫码</translation>
    </message>
    <message>
        <source>Listening: scan now</source>
        <translation>正在等待：请扫码</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>使用这些设置</translation>
    </message>
    <message>
        <source>{key} shows what the camera sees, and switches it off again. A code held before it is a scan. After three minutes without one it goes off by itself.</source>
        <translation>{key} 打开摄像头画面，再按一次关闭。对着摄像头的码就等于扫码；三分钟没有扫到码会自动关闭。</translation>
    </message>
    <message>
        <source>Needs an extra part of about 80 MB. Install it, then start Regulars again: {command}</source>
        <translation>需要约 80 MB 的可选组件。安装后重新启动：{command}</translation>
    </message>
</context>
<context>
    <name>SchemePage</name>
    <message>
        <source>What the scheme promises</source>
        <translation>方案内容</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Edit rules</source>
        <translation>编辑规则</translation>
    </message>
    <message>
        <source>Use this scheme…</source>
        <translation>启用这套方案…</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Versions of this shop&apos;s scheme</source>
        <translation>本店方案的历次版本</translation>
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
        <translation>待启用</translation>
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
        <source>Loyalty</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>关怀</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Bought</source>
        <translation>购买过</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>顾问</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Own field</source>
        <translation>自定义项目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Paid membership</source>
        <translation>付费会员</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>徽章</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
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
        <translation>预测</translation>
    </message>
    <message>
        <source>Buys most</source>
        <translation>最常购买</translation>
    </message>
    <message>
        <source>Usual weekday</source>
        <translation>常来的星期</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation>生日月份</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>入会</translation>
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
        <translation>到店次数</translation>
    </message>
    <message>
        <source>Visits in 12 months</source>
        <translation>近 12 个月到店</translation>
    </message>
    <message>
        <source>Comes every</source>
        <translation>到店间隔</translation>
    </message>
    <message>
        <source>Usual hour</source>
        <translation>常来的钟点</translation>
    </message>
    <message>
        <source>Sales with a benefit</source>
        <translation>用权益的消费</translation>
    </message>
    <message>
        <source>Members brought</source>
        <translation>推荐来的会员</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Usable coupons</source>
        <translation>可用优惠券</translation>
    </message>
    <message>
        <source>Usable passes</source>
        <translation>可用次卡</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>Spent in 12 months</source>
        <translation>近 12 个月消费</translation>
    </message>
    <message>
        <source>Average basket</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Pieces cost from</source>
        <translation>单件价位下限</translation>
    </message>
    <message>
        <source>Pieces cost up to</source>
        <translation>单件价位上限</translation>
    </message>
    <message>
        <source>Spend expected in 90 days</source>
        <translation>90 天内预计消费</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值余额</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>店铺余额</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Agreed to marketing</source>
        <translation>同意营销联系</translation>
    </message>
    <message>
        <source>Phone is known</source>
        <translation>有手机号</translation>
    </message>
    <message>
        <source>E-mail is known</source>
        <translation>有邮箱</translation>
    </message>
    <message>
        <source>WeChat is known</source>
        <translation>有微信号</translation>
    </message>
    <message>
        <source>Birthday is known</source>
        <translation>有生日</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>已填写</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>少于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>超过</translation>
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
        <translation>冻结</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
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
        <translation>岁</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>o&apos;clock</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Fill in what it is compared with.</source>
        <translation>请填写比较的值。</translation>
    </message>
    <message>
        <source>Give a whole number.</source>
        <translation>请填整数。</translation>
    </message>
    <message>
        <source>Give an amount, like 100.00.</source>
        <translation>请填金额，例如 100.00。</translation>
    </message>
    <message>
        <source>Give a number of days.</source>
        <translation>请填天数。</translation>
    </message>
    <message>
        <source>Add a condition.</source>
        <translation>请添加条件。</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>任何时候</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>within</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>not within</source>
        <translation>最近没有</translation>
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
        <translation>90 天内预计消费天数</translation>
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
        <translation>店里没有“{names}”：可能改名、删除了，或写错了。</translation>
    </message>
</context>
<context>
    <name>SegmentsPage</name>
    <message>
        <source>Segments</source>
        <translation>会员分组</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Saved segments</source>
        <translation>已保存的分组</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>分组名称</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>哪些会员</translation>
    </message>
    <message>
        <source>No segment yet: add a condition, give it a name, save it.</source>
        <translation>还没有分组：添加条件，起个名字，保存。</translation>
    </message>
    <message>
        <source>How conditions are written</source>
        <translation>条件的写法</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>逐条</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Conditions as text</source>
        <translation>文字条件</translation>
    </message>
    <message>
        <source>Conditions are joined by and, or, not and parentheses; a text with blanks stands in double quotes: tier = gold and not bought &quot;Oat latte&quot; in 90 days</source>
        <translation>条件用 and、or、not 和括号连接，含空格的文字加双引号，例如：tier = gold and not bought &quot;燕麦 拿铁&quot; in 90 days</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove the segment</source>
        <translation>删除分组</translation>
    </message>
    <message>
        <source>People</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>做活动</translation>
    </message>
    <message>
        <source>Segment “{name}” saved.</source>
        <translation>已保存分组“{name}”。</translation>
    </message>
    <message>
        <source>Segment “{name}” removed.</source>
        <translation>已删除分组“{name}”。</translation>
    </message>
    <message>
        <source>Changes that were not saved are put aside: {name}</source>
        <translation>未保存的修改已放在一边：{name}</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>已去掉。</translation>
    </message>
    <message>
        <source>new segment</source>
        <translation>新分组</translation>
    </message>
    <message>
        <source>Exporting members</source>
        <translation>正在导出会员</translation>
    </message>
    <message>
        <source>{rows} members written to {file}.</source>
        <translation>已把 {rows} 名会员写入 {file}。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>人数</translation>
    </message>
</context>
<context>
    <name>ServedSheet</name>
    <message>
        <source>Served by</source>
        <translation>由谁服务</translation>
    </message>
    <message>
        <source>For which lines</source>
        <translation>哪些商品</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>这一行</translation>
    </message>
    <message>
        <source>Whole cart</source>
        <translation>整单</translation>
    </message>
    <message>
        <source>{line} · Left and Right: this line or the whole cart</source>
        <translation>{line} · 左右键：这一行或整单</translation>
    </message>
    <message>
        <source>Who served</source>
        <translation>服务人员</translation>
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
        <translation>设置页面</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
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
        <translation>还没有商品。可新建、导入文件，或按名称和价格直接卖。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>member</source>
        <translation>会员</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Name on cards and receipts</source>
        <translation>会员卡和小票上的店名</translation>
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
        <translation>店铺电话</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Tax rate of open items, percent</source>
        <translation>手工录入商品的税率（%）</translation>
    </message>
    <message>
        <source>For what is sold by name and price; products have their own.</source>
        <translation>用于手工录入的商品；其他商品有各自的税率。</translation>
    </message>
    <message>
        <source>Smallest cash step</source>
        <translation>现金最小面额</translation>
    </message>
    <message>
        <source>Round-down step</source>
        <translation>抹零单位</translation>
    </message>
    <message>
        <source>Usual float of the drawer</source>
        <translation>常用备用金</translation>
    </message>
    <message>
        <source>Proposed at opening until the drawer was counted once.</source>
        <translation>首次清点之前，开班时按此金额提示。</translation>
    </message>
    <message>
        <source>What any member may owe on account</source>
        <translation>会员赊账额度（通用）</translation>
    </message>
    <message>
        <source>0: only members with a limit of their own.</source>
        <translation>填 0 则只有单独设置额度的会员可以赊账。</translation>
    </message>
    <message>
        <source>Who served</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>A tip goes to</source>
        <translation>小费归</translation>
    </message>
    <message>
        <source>Ask for a tip when paying</source>
        <translation>收款时询问小费</translation>
    </message>
    <message>
        <source>Prices include tax</source>
        <translation>价格含税</translation>
    </message>
    <message>
        <source>Open the drawer with a float, and count it at night</source>
        <translation>开班清点备用金，交班清点钱箱</translation>
    </message>
    <message>
        <source>Language of cards and receipts</source>
        <translation>会员卡和小票的语言</translation>
    </message>
    <message>
        <source>The language of the screens is chosen on &quot;This till&quot;.</source>
        <translation>界面语言在“本机”中选择。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>The trading day ends at</source>
        <translation>营业日结束于</translation>
    </message>
    <message>
        <source>A sale before this hour belongs to the day before.</source>
        <translation>此时之前的销售算前一天。</translation>
    </message>
    <message>
        <source>Country of phone numbers</source>
        <translation>手机号所属国家或地区</translation>
    </message>
    <message>
        <source>For numbers typed without a country code.</source>
        <translation>用于没有国际区号的号码。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Weight in grams</source>
        <translation>重量（克）</translation>
    </message>
    <message>
        <source>A label&apos;s code holds</source>
        <translation>条码中包含</translation>
    </message>
    <message>
        <source>Digits of item and value</source>
        <translation>货号与数值位数</translation>
    </message>
    <message>
        <source>Version of your marketing notice</source>
        <translation>营销告知书版本</translation>
    </message>
    <message>
        <source>Change it with the text of the notice: each consent keeps the version it was given for.</source>
        <translation>告知书文字变更时请更新；每份同意保留当时的版本。</translation>
    </message>
    <message>
        <source>Campaigns ask a member at most, times</source>
        <translation>活动最多联系同一会员（次）</translation>
    </message>
    <message>
        <source>Over all campaigns together; 0: as often as they like.</source>
        <translation>所有活动合计；0 表示不限。</translation>
    </message>
    <message>
        <source>Within so many days</source>
        <translation>在多少天之内</translation>
    </message>
    <message>
        <source>Quiet hours begin at</source>
        <translation>免打扰开始于</translation>
    </message>
    <message>
        <source>Nobody is asked then; the same hour twice: never quiet.</source>
        <translation>这段时间不联系任何人；两处相同表示不设免打扰。</translation>
    </message>
    <message>
        <source>Quiet hours end at</source>
        <translation>免打扰结束于</translation>
    </message>
    <message>
        <source>Name and logo</source>
        <translation>店名与标志</translation>
    </message>
    <message>
        <source>Money and tax</source>
        <translation>货币与税</translation>
    </message>
    <message>
        <source>Place and time</source>
        <translation>地区与时间</translation>
    </message>
    <message>
        <source>Labels of your scales (codes 20–29)</source>
        <translation>电子秤标签（条码 20–29）</translation>
    </message>
    <message>
        <source>Marketing and consent</source>
        <translation>营销与同意</translation>
    </message>
    <message>
        <source>Products or sales use it, so it can no longer change.</source>
        <translation>已有商品或销售使用，不能更改。</translation>
    </message>
    <message>
        <source>It can no longer change once there are products or sales.</source>
        <translation>有了商品或销售后就不能更改。</translation>
    </message>
    <message>
        <source>Cash is not rounded.</source>
        <translation>现金不取整。</translation>
    </message>
    <message>
        <source>Cash is rounded to the nearest {step}.</source>
        <translation>现金取整到最接近的 {step}。</translation>
    </message>
    <message>
        <source>One key drops what is below {step} from the total.</source>
        <translation>一个键抹去合计中 {step} 以下的零头。</translation>
    </message>
    <message>
        <source>There it is {time} now.</source>
        <translation>当地现在是 {time}。</translation>
    </message>
    <message>
        <source>Example: {code} is item {item}, {amount} grams.</source>
        <translation>例如：{code} 是货号 {item}，{amount} 克。</translation>
    </message>
    <message>
        <source>Example: {code} is item {item} for {amount}.</source>
        <translation>例如：{code} 是货号 {item}，{amount}。</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Stands on receipts and cards.</source>
        <translation>印在小票和会员卡上。</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
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
        <translation>此时之后的销售算第二天。</translation>
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
        <translation>其他语言</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
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
        <translation>凭条</translation>
    </message>
    <message>
        <source>Stored value now</source>
        <translation>现在储值</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Ask a manager</source>
        <translation>请店长批准</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>店员</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Lock this till when nobody touched it for</source>
        <translation>无人操作多久后锁定本机</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What they may do alone</source>
        <translation>各人权限</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>The till asks who is there once the owner has a PIN or a card. Ctrl+L locks it; one scan of a staff card changes who sells.</source>
        <translation>店主设了密码或员工卡后，收银台会询问是谁。按 Ctrl+L 锁定；扫一下员工卡即可换人。</translation>
    </message>
    <message>
        <source>The owner may everything. Over a limit, somebody who may approves it on the spot.</source>
        <translation>店主不受限制。超出上限时，由有权限的人当场批准。</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加员工</translation>
    </message>
    <message>
        <source>Show who left</source>
        <translation>显示已停用的</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>员工卡</translation>
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
        <translation>阶段界限</translation>
    </message>
    <message>
        <source>Each member&apos;s own rhythm</source>
        <translation>按每位会员自己的节奏</translation>
    </message>
    <message>
        <source>Own days, the same for all</source>
        <translation>自定天数，人人一样</translation>
    </message>
    <message>
        <source>By rhythm, who comes each week is missed after two weeks, and who comes each quarter only after half a year.</source>
        <translation>按节奏：每周都来的，两周没来就会注意到；每季来一次的，半年没来才算沉默。</translation>
    </message>
    <message>
        <source>New for, days</source>
        <translation>新会员天数</translation>
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
        <translation>三项都要填大于零的整数。</translation>
    </message>
    <message>
        <source>Lost must come after silent, and nothing after {days} days.</source>
        <translation>流失要晚于沉默，都不能超过 {days} 天。</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>A visit is a purchase or a check-in.</source>
        <translation>消费或签到都算到店。</translation>
    </message>
    <message>
        <source>By your own days, the same for all: silent after {silent} days without a visit, lost after {lost}; new for {new} days.</source>
        <translation>按自定天数，人人一样：{silent} 天没来算沉默，{lost} 天没来算流失；头 {new} 天算新会员。</translation>
    </message>
    <message>
        <source>By each member&apos;s own rhythm: silent past {silent} times the usual days between visits, lost past {lost} times; new for {new} days.</source>
        <translation>按每位会员自己的节奏：超过平时间隔的 {silent} 倍算沉默，{lost} 倍算流失；头 {new} 天算新会员。</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>生命阶段</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>How often members come</source>
        <translation>会员多久来一次</translation>
    </message>
    <message>
        <source>Days between visits</source>
        <translation>到店间隔（天）</translation>
    </message>
    <message>
        <source>Nobody has come three times yet, so nobody has a rhythm of their own.</source>
        <translation>还没有人来过三次，所以还没有谁有自己的节奏。</translation>
    </message>
    <message>
        <source>Came three times or more, and so have a rhythm of their own: {count}. The others are measured by the shop&apos;s: every {days} days.</source>
        <translation>来过三次以上、有自己节奏的：{count} 位；其余按全店的节奏看：每 {days} 天。</translation>
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
        <translation>可用 {points} 分</translation>
    </message>
    <message>
        <source>{points} usable from {date}</source>
        <translation>{date} 起可用 {points} 分</translation>
    </message>
    <message>
        <source>{points} expire after {date}</source>
        <translation>{date} 后到期 {points} 分</translation>
    </message>
    <message>
        <source>{points} owed</source>
        <translation>欠 {points} 分</translation>
    </message>
    <message>
        <source>Principal {principal} · bonus {bonus}</source>
        <translation>本金 {principal} · 赠金 {bonus}</translation>
    </message>
    <message>
        <source>store credit {amount}</source>
        <translation>店铺余额 {amount}</translation>
    </message>
    <message>
        <source>{amount} more bonus on {date}</source>
        <translation>{date} 再到赠金 {amount}</translation>
    </message>
    <message>
        <source>{amount} of bonus lapses after {date}</source>
        <translation>{date} 后赠金 {amount} 到期</translation>
    </message>
</context>
<context>
    <name>StartSheet</name>
    <message>
        <source>Start the campaign?</source>
        <translation>启动这个活动？</translation>
    </message>
    <message>
        <source>Who is asked and who is held out is drawn by lot and stays so. Offers are issued at once; who, what and when cannot be changed afterwards.</source>
        <translation>邀请谁、对照谁由抽签决定，之后不变。优惠立即发放；对象、内容和时间启动后不能再改。</translation>
    </message>
    <message>
        <source>Start, ask {count}</source>
        <translation>启动，邀请 {count} 人</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Held out by lot</source>
        <translation>随机对照</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未入选</translation>
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
        <translation>最多花费</translation>
    </message>
</context>
<context>
    <name>StatusKeeper</name>
    <message>
        <source>A check of the shop&apos;s file failed ({names}). Make a backup, then look at Settings, Backups.</source>
        <translation>店铺文件检查未通过（{names}）。请先备份，再到“设置 · 备份”查看。</translation>
    </message>
    <message>
        <source>This PC&apos;s clock stands before {day}, a day that is done already. Set the date right, then start Regulars again.</source>
        <translation>这台电脑的日期早于 {day}，而那一天的到期事项已经办完。请校正日期，再重新打开常客。</translation>
    </message>
    <message>
        <source>Till {number} · {staff}</source>
        <translation>{number} 号收银台 · {staff}</translation>
    </message>
    <message>
        <source>drawer closed ({key})</source>
        <translation>未开班（{key}）</translation>
    </message>
    <message>
        <source>drawer open since {time}</source>
        <translation>{time} 开班</translation>
    </message>
    <message>
        <source>The drawer is still open from {day}. Count it now, or go on selling in it.</source>
        <translation>{day} 的班次还没有交班。可以现在清点，或继续收款。</translation>
    </message>
    <message>
        <source>Count now</source>
        <translation>现在清点</translation>
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
        <translation>{count} 分钟前备份</translation>
    </message>
    <message>
        <source>Backup {count} h ago</source>
        <translation>{count} 小时前备份</translation>
    </message>
    <message>
        <source>Backup {count} days ago</source>
        <translation>{count} 天前备份</translation>
    </message>
</context>
<context>
    <name>StockSheet</name>
    <message>
        <source>Book stock</source>
        <translation>库存登记</translation>
    </message>
    <message>
        <source>What is booked</source>
        <translation>登记什么</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>进货</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>报损</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Scan, or type a name and press Enter</source>
        <translation>扫码，或输入名称后按回车</translation>
    </message>
    <message>
        <source>Cost of one</source>
        <translation>单件成本</translation>
    </message>
    <message>
        <source>What will be booked</source>
        <translation>将登记的商品</translation>
    </message>
    <message>
        <source>{name} · not counted before</source>
        <translation>{name} · 尚未盘过库存</translation>
    </message>
    <message>
        <source>{name} · on hand {quantity}</source>
        <translation>{name} · 现有 {quantity}</translation>
    </message>
    <message>
        <source>Delivery booked: {count} products</source>
        <translation>已登记进货：{count} 种商品</translation>
    </message>
    <message>
        <source>Count booked: {count} products</source>
        <translation>已登记盘点：{count} 种商品</translation>
    </message>
    <message>
        <source>Loss booked: {count} products</source>
        <translation>已登记报损：{count} 种商品</translation>
    </message>
    <message>
        <source>How many of what? Scan the product first.</source>
        <translation>是哪件商品的数量？请先扫商品。</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实盘数量</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reason, such as broken, spoiled, own use</source>
        <translation>原因，如破损、过期、自用</translation>
    </message>
    <message>
        <source>Note (may be left out)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Book the delivery</source>
        <translation>登记进货</translation>
    </message>
    <message>
        <source>Book the count</source>
        <translation>登记盘点</translation>
    </message>
    <message>
        <source>Book the loss</source>
        <translation>登记报损</translation>
    </message>
    <message>
        <source>What is sold while you count stays sold: the difference is booked.</source>
        <translation>盘点期间卖出的照常扣减：登记的是差额。</translation>
    </message>
    <message>
        <source>Scan the next product, or press Enter to go on. Delete takes one out.</source>
        <translation>继续扫下一件，或按回车往下。按 Delete 删去一行。</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>库存</translation>
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
        <translation>收回剩余部分？</translation>
    </message>
    <message>
        <source>Stop the campaign?</source>
        <translation>停止这个活动？</translation>
    </message>
    <message>
        <source>The campaign is stopped; what it gave can still be used.</source>
        <translation>活动已停止；已送出的仍可使用。</translation>
    </message>
    <message>
        <source>Nobody is asked any more, and purchases count until today. The result stays.</source>
        <translation>不再联系任何人，购买统计到今天为止，结果保留。</translation>
    </message>
    <message>
        <source>Revoke coupons that were not used: {count}</source>
        <translation>作废未使用的优惠券：{count} 张</translation>
    </message>
    <message>
        <source>Take back points that were not spent: {points}, of {people} members</source>
        <translation>收回未使用的积分：{people} 位会员，共 {points} 分</translation>
    </message>
    <message>
        <source>What is not ticked stays with the members.</source>
        <translation>未勾选的仍归会员所有。</translation>
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
        <translation>其他语言</translation>
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
        <translation>本机</translation>
    </message>
    <message>
        <source>As the shop</source>
        <translation>与店铺相同</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>A tone after each scan</source>
        <translation>扫码后提示音</translation>
    </message>
    <message>
        <source>Regulars</source>
        <translation>常客（默认）</translation>
    </message>
    <message>
        <source>As in 管家婆</source>
        <translation>仿管家婆</translation>
    </message>
    <message>
        <source>As in a supermarket</source>
        <translation>仿超市收银机</translation>
    </message>
    <message>
        <source>Keymap</source>
        <translation>键位方案</translation>
    </message>
    <message>
        <source>One key, two actions: {keys}. Only the first of them follows it.</source>
        <translation>按键冲突：{keys}。只有第一个操作有效。</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
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
        <translation>失败音</translation>
    </message>
    <message>
        <source>Play the bad tone</source>
        <translation>播放失败音</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key. What you changed stands in bold.</source>
        <translation>选择一个操作，再按新的按键。改过的以粗体显示。</translation>
    </message>
    <message>
        <source>All keys as in the keymap</source>
        <translation>按键全部还原</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo {key}</source>
        <translation>撤销 {key}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Which follow-ups</source>
        <translation>哪些回访</translation>
    </message>
    <message>
        <source>Mine and nobody&apos;s</source>
        <translation>我的和未指定的</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
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
        <translation>跟进人</translation>
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
        <translation>以后</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>今天完成</translation>
    </message>
    <message>
        <source>Nothing is to be followed up today. Rules make follow-ups by themselves; one by hand is made on a member&apos;s page.</source>
        <translation>今天没有要回访的会员。规则会自动生成回访；也可以在会员主页手工添加。</translation>
    </message>
    <message>
        <source>Nothing is to come yet.</source>
        <translation>以后暂时没有回访。</translation>
    </message>
    <message>
        <source>Nothing was done today yet.</source>
        <translation>今天还没有完成的回访。</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Due after points</source>
        <translation>积分抵扣后</translation>
    </message>
    <message>
        <source>Total due</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>No member: this sale earns no points</source>
        <translation>未用会员：本单不积分</translation>
    </message>
    <message>
        <source>{points} points pay {amount}</source>
        <translation>{points} 积分抵 {amount}</translation>
    </message>
    <message>
        <source>Subtotal, {pieces}</source>
        <translation>小计 {pieces}</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>To pay on top</source>
        <translation>补差价</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Earns {points}</source>
        <translation>本单得 {points}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已优惠</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售笔数</translation>
    </message>
    <message>
        <source>Finished sales that are listed, voided ones too.</source>
        <translation>列出的已完成销售，含作废的。</translation>
    </message>
    <message>
        <source>Finished sales that are listed.</source>
        <translation>列出的已完成销售。</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>What these sales came to, before anything was given back.</source>
        <translation>这些销售的金额，退款前。</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Returns and voids that are listed, on the day they were made.</source>
        <translation>列出的退货和作废，按办理当天计。</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Sold, less what was given back.</source>
        <translation>售出减去已退。</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>小费</translation>
    </message>
    <message>
        <source>Tips taken, less those given back. They are no revenue.</source>
        <translation>收到的小费，减去退回的。小费不计入营业额。</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>What was taken off the shelf prices of these sales.</source>
        <translation>这些销售从原价减去的金额。</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>发放积分</translation>
    </message>
    <message>
        <source>Points that these sales gave, less those that returns took back.</source>
        <translation>这些销售给的积分，减去退货收回的。</translation>
    </message>
</context>
<context>
    <name>TradeStep</name>
    <message>
        <source>Any trade: a point for every 1 spent, points pay</source>
        <translation>通用：消费积分，积分抵现</translation>
    </message>
    <message>
        <source>Café: stars, three tiers, free drinks</source>
        <translation>咖啡馆：集星、三级会员、免费饮品</translation>
    </message>
    <message>
        <source>Shop: tier prices, money off, festivals</source>
        <translation>零售店：等级价、满减、节日优惠</translation>
    </message>
    <message>
        <source>Restaurant: coupons, set lunch, top-ups</source>
        <translation>餐厅：返券、午市套餐、充值送</translation>
    </message>
    <message>
        <source>Beauty salon: top-ups with a bonus, passes</source>
        <translation>美容美发：充值送、次卡</translation>
    </message>
    <message>
        <source>Gym: plans, classes, check-ins</source>
        <translation>健身房：月卡年卡、课程、签到</translation>
    </message>
    <message>
        <source>School or studio: lessons, referrals</source>
        <translation>培训机构：课次、推荐有礼</translation>
    </message>
    <message>
        <source>Cosmetics: tiers by the year, rewards</source>
        <translation>美妆：年度等级、积分兑换</translation>
    </message>
    <message>
        <source>Members&apos; club: paid plans, cash back</source>
        <translation>会员店：付费会员、消费返现</translation>
    </message>
    <message>
        <source>Paid membership: free delivery, member days</source>
        <translation>付费会员：免运费、会员日</translation>
    </message>
    <message>
        <source>Points as money: multipliers, half-price days</source>
        <translation>积分当钱：多倍积分、半价日</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>What members get, to begin with. Every rule of it can be changed later.</source>
        <translation>先选一套会员方案，每条规则以后都能改。</translation>
    </message>
</context>
<context>
    <name>TraitsPanel</name>
    <message>
        <source>There are no members yet.</source>
        <translation>还没有会员。</translation>
    </message>
    <message>
        <source>Members who are not archived: {count}, with what they ever spent.</source>
        <translation>未归档的会员：{count} 位，以及他们至今的消费。</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>按什么看</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>顾问</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Known of {known} of {count} members ({share}).</source>
        <translation>{count} 位会员中已知 {known} 位（{share}）。</translation>
    </message>
    <message>
        <source>The scheme in use has no tiers.</source>
        <translation>现用的方案没有等级。</translation>
    </message>
    <message>
        <source>It is written of nobody yet: see a member&apos;s details.</source>
        <translation>还没有人填写：在会员资料里填。</translation>
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
        <translation>{age} 岁及以上</translation>
    </message>
    <message>
        <source>Under {age}</source>
        <translation>不满 {age} 岁</translation>
    </message>
</context>
<context>
    <name>Transfers</name>
    <message>
        <source>Export members</source>
        <translation>导出会员</translation>
    </message>
    <message>
        <source>Export products</source>
        <translation>导出商品</translation>
    </message>
    <message>
        <source>Export sales</source>
        <translation>导出销售</translation>
    </message>
    <message>
        <source>Export points</source>
        <translation>导出积分</translation>
    </message>
    <message>
        <source>Export stock</source>
        <translation>导出库存</translation>
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
        <translation>已写入 {file}：{rows} 行</translation>
    </message>
</context>
<context>
    <name>TrialSheet</name>
    <message>
        <source>What came out</source>
        <translation>试出的结果</translation>
    </message>
    <message>
        <source>Try the edited rules</source>
        <translation>试一遍改过的规则</translation>
    </message>
</context>
<context>
    <name>TwinsPanel</name>
    <message>
        <source>Number</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>入会</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
</context>
<context>
    <name>UseSheet</name>
    <message>
        <source>Use “{title}”</source>
        <translation>启用“{title}”</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>从哪一天起</translation>
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
        <translation>给会员的通知</translation>
    </message>
    <message>
        <source>On their statement; may stay empty.</source>
        <translation>印在会员对账单上，可以留空。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Lift members now to the tiers they have reached</source>
        <translation>达到更高等级的会员立即升级</translation>
    </message>
    <message>
        <source>Write the day as 2026-12-01.</source>
        <translation>日期请写成 2026-12-01。</translation>
    </message>
    <message>
        <source>Sales made before keep the rules they were made with.</source>
        <translation>以前的销售仍按当时的规则计算。</translation>
    </message>
    <message>
        <source>Points, wallets and coupons members hold stay theirs.</source>
        <translation>会员已有的积分、储值和优惠券都保留。</translation>
    </message>
    <message>
        <source>Every version is kept, and can be used again.</source>
        <translation>每个版本都会保留，随时可以再用。</translation>
    </message>
</context>
<context>
    <name>VoucherSheet</name>
    <message>
        <source>Points {before} → {after}</source>
        <translation>积分 {before} → {after}</translation>
    </message>
    <message>
        <source>Code that is handed out</source>
        <translation>交给会员的券码</translation>
    </message>
    <message>
        <source>Take the points</source>
        <translation>扣积分</translation>
    </message>
    <message>
        <source>Type the code that the member gets.</source>
        <translation>请输入交给会员的券码。</translation>
    </message>
</context>
<context>
    <name>WalletTable</name>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>No stored value yet. F8 tops it up.</source>
        <translation>还没有储值。按 F8 充值。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
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
        <translation>赠金</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>前 → 后</translation>
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
        <translation>价格说明</translation>
    </message>
    <message>
        <source>Shelf prices, nothing taken off: {amount}</source>
        <translation>按标价，无优惠：{amount}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>What did not apply</source>
        <translation>没有用上的优惠</translation>
    </message>
</context>
<context>
    <name>WordingCard</name>
    <message>
        <source>What they get and what they are told</source>
        <translation>给什么、怎么说</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Another wording</source>
        <translation>再加一个版本</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>减少一个</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Coupon of the scheme</source>
        <translation>方案中的优惠券</translation>
    </message>
    <message>
        <source>Points for each</source>
        <translation>每人积分</translation>
    </message>
    <message>
        <source>What they are invited to</source>
        <translation>邀请参加</translation>
    </message>
    <message>
        <source>Day, like 2026-12-05</source>
        <translation>日期，如 2026-12-05</translation>
    </message>
    <message>
        <source>Time, like 19:30</source>
        <translation>时间，如 19:30</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Language of the wording</source>
        <translation>文案语言</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>Good day {name}, this is {shop} …</source>
        <translation>{name}您好，这里是{shop}……</translation>
    </message>
    <message>
        <source>Another member</source>
        <translation>换一位会员</translation>
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
        <translation>请选择优惠券</translation>
    </message>
    <message>
        <source>The first member to be asked will be shown here.</source>
        <translation>这里会显示第一位受邀会员看到的内容。</translation>
    </message>
    <message>
        <source>{name} ({number}) reads:</source>
        <translation>{name}（{number}）看到：</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有写内容。</translation>
    </message>
</context>
<context>
    <name>_Limits</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Members are parted anew.</source>
        <translation>会员已重新分层。</translation>
    </message>
</context>
<context>
    <name>_WhoButton</name>
    <message>
        <source>{name}, {role}: lock or change</source>
        <translation>{name}，{role}：锁定或换人</translation>
    </message>
</context>
<context>
    <name>_Working</name>
    <message>
        <source>Reckoning from every purchase…</source>
        <translation>正在从每一笔消费算起……</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
</TS>
