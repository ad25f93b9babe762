#!/usr/bin/env python3
"""Makes samples/sixty/*.xml: a year of 60 departments with the awkward cases that README.md lists. Everything is invented.
The files are committed; run this only to change them: python3 samples/sixty/make.py"""
import pathlib

HERE = pathlib.Path(__file__).parent
FIELDS = ("发展改革 经济贸易 教育 科技 公安 民政 司法 财政 人事 劳动保障 国土资源 建设 规划 交通 水利 农业 林业 商务 文化 卫生 "
          "人口计生 审计 环境保护 统计 物价 工商 质量技术监督 食品药品监督 安全生产监督 海洋渔业 旅游 粮食 体育 档案 信访 外事 侨务 民族宗教 "
          "广播电视 新闻出版 城市管理 房产管理 园林 市政 供销 畜牧 农机 盐务 烟草 邮政 气象 地震 无线电 人防 机关事务 国有资产 信息产业 口岸").split()
PEOPLE = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
DUTIES = [("行政许可办理", "按期办结率", "%", "100"), ("行政处罚案卷", "案卷合格率", "%", "95"), ("专项执法检查", "开展检查次数", "次", "4"),
          ("投诉举报处理", "按期答复率", "%", "98"), ("执法人员培训", "培训人数", "人", "60")]
LONG = ("对本系统二〇〇三年以来的规范性文件逐件清理，凡与《行政许可法》《行政处罚法》和国务院《纲要》不一致的，按照“谁制定、谁清理”的原则提出废止、"
        "修改或者继续有效的意见，经集体讨论后列表公布；对清理中发现的“以罚代管”“只收费、不管理”等问题，逐项查明原因、明确责任、限期改正，"
        "并将清理结果、责任人和改正时限在政府网站（http://www.example.gov.cn/fazhi/guifanxingwenjian/qingli/2006/index.html）公布，接受社会监督。")


def departments():
    """(id, name, short): the legal affairs and supervision bureaus, then the others."""
    yield "legal", "临湾市人民政府法制局", "市法制局"
    yield "supervision", "临湾市监察局", "市监察局"
    for number, field in enumerate(FIELDS, 3):
        yield f"d{number:02}", f"临湾市{field}局", f"市{field}局"


def person(number, letter="某"):
    return PEOPLE[number % 22] + letter + PEOPLE[number * 5 % 22]


def head(number, ident):
    """The head's officials: d05 changes in May, d06 is acting, d07 has a name outside the basic plane, d08 one with ·, d09 ten characters."""
    name = {"d07": "𠮷某䶮", "d08": "阿某古丽·买某提", "d09": "欧阳某某诺敏高娃其木"}.get(ident, person(number))
    if ident == "d05":
        return (f'<official role="head" to="2006-05-14"><person>{name}</person><post>局长</post></official>\n      '
                f'<official role="head" from="2006-05-15" acting="true"><person>{person(number + 3)}</person><post>副局长（主持工作）</post></official>', name, "局长")
    if ident == "d06":
        return f'<official role="head" acting="true"><person>{name}</person><post>副局长（主持工作）</post></official>', name, "副局长（主持工作）"
    return f'<official role="head"><person>{name}</person><post>局长</post></official>', name, "局长"


def register(rows):
    out = ["<register>"]
    for number, (ident, name, short) in enumerate(rows):
        names = f"<name>{name}</name>\n      <short-name>{short}</short-name>"
        if ident == "d14":  # renamed between agreement and circular
            names = ('<name to="2006-06-30">临湾市规划局</name>\n      <name from="2006-07-01">临湾市城乡规划和测绘管理局</name>\n      '
                     '<short-name to="2006-06-30">市规划局</short-name>\n      <short-name from="2006-07-01">市城乡规划局</short-name>')
        kind = {"d50": ' kind="authorised"', "d51": ' kind="entrusted" entrusted-by="d16"'}.get(ident, ' kind="organ"')
        out.append(f'''    <department id="{ident}"{kind}>
      {names}
      <section>法规科</section>
      {head(number, ident)[0]}
      <official role="deputy"><person>{person(number + 7)}</person><post>副局长</post></official>
      <official role="city-leader"><person>{"辛壬癸子"[number % 4]}某某</person><post>副市长</post></official>
      <official role="contact"><person>{person(number + 11)}</person><post>科长</post><phone>{6620000 + number * 17}</phone></official>
    </department>''')
    return "\n".join(out + ["</register>"])


def indicator(name, unit, value, weight, scoring="完成得满分；部分完成的按比例得分；未开展的不得分。"):
    return (f'<indicator unit="{unit}" value="{value}" relation="at-least" weight="{weight}"><name>{name}</name>'
            f"<evidence>台账、记录</evidence><scoring>{scoring}</scoring></indicator>")


def milestone(name, date, weight):
    return (f'<indicator relation="by" date="{date}" weight="{weight}"><name>{name}</name><evidence>正式文件</evidence>'
            "<scoring>按期出台得满分，每逾期10日扣0.25分，扣完为止。</scoring></indicator>")


def target(ident, weight, title, indicators, task, section, who, measures):
    basis = f'\n      <basis kind="division" ref="{task}"/>' if task else ""
    return f'''    <target id="{ident}" weight="{weight}" deadline="2006-12-10">
      <title>{title}</title>{basis}
      {indicators}
      <measures><p>{measures}</p></measures>
      <responsible section="{section}"><person>{who}</person></responsible>
    </target>'''


def specific(number, ident, short):
    """Five targets of 14 points; d10 has nine, d11 milestones only, d12 very long texts, d13 text with markup characters and quotes."""
    who, out = person(number + 11), []
    if ident == "d10":
        weights = ["7.8"] * 8 + ["7.6"]
    else:
        weights = ["14"] * 5
    for n, weight in enumerate(weights, 1):
        title, name, unit, value = DUTIES[(n - 1) % 5]
        part = f"{float(weight) - 0.15:g}"
        text = indicator(name, unit, value, part) + "\n      " + indicator("资料归档率", "%", "100", "0.15", "每低1个百分点扣0.05分。")
        measures = f"{short}每季度调度一次，年底前全面完成。"
        if ident == "d11":
            text = milestone(f"出台{title}办法", f"2006-{n + 4:02}-30", weight)
        if ident == "d12" and n == 2:
            text, measures = indicator(name + "；" + LONG, unit, value, weight, LONG), LONG + LONG
        if ident == "d13" and n == 1:
            title = "行政许可“一站式”办理（限时‘3日’内）"
            measures = "窗口叫号 A&amp;B 两类分开；时限 &lt; 3日；记号 ]]&gt; 与 \t制表符、  连续空格照录；『规程』“甲‘乙’丙”" + "9876543210" * 30
        out.append(target(f"{ident}-{n}", weight, title, text, f"t{number + 1}", "法规科", who, measures))
    late = "2006-01-12" if ident == "d15" else "2006-01-10"
    return (f'<specific-targets department="{ident}" proposed="{late}" reviewed="2006-01-18" issued="2006-01-25">\n' + "\n".join(out) +
            "\n</specific-targets>")


def lost(number, ident):
    """Deductions by target: ties at the first place (3 of 100.00), at the cut-off (8th, undecided but for the decision), of three and four
    among the rest; d20 exactly at the pass mark, d21 0.01 below, d22 nearly nothing, three decimals elsewhere."""
    if ident in ("legal", "d03", "d04"):
        return {}
    if ident == "d20":
        return {f"{ident}-{n}": 4 for n in range(1, 6)}
    if ident == "d21":
        return {**{f"{ident}-{n}": 4 for n in range(1, 5)}, f"{ident}-5": 4.01}
    if ident == "d22":
        return {f"{ident}-{n}": 14 for n in range(1, 6)}
    if ident == "d10":
        return {f"{ident}-9": 0.5}
    return {f"{ident}-1": (number // 3) * 0.125, f"{ident}-2": 0.003}


def points(weight, less):
    return f"{round(weight - less, 3):g}"


def assessment(rows):
    out = ['<assessment date="2006-12-27">']
    for number, (ident, _, _) in enumerate(rows):
        less = lost(number, ident)
        weights = {f"c{n}": 10 for n in (1, 2, 3)}
        if ident == "d10":
            weights.update({f"d10-{n}": 7.8 for n in range(1, 9)} | {"d10-9": 7.6})
        else:
            weights.update({f"{ident}-{n}": 14 for n in range(1, 6)})
        if ident == "d16":  # one target withdrawn in the year, its points moved
            weights["d16-4"], weights["d16-5"] = 28, 0
        for name, weight in weights.items():
            if weight == 0:
                continue
            reason = f"<reason>未全部完成，扣{less[name]:g}分。</reason>" if less.get(name) else ""
            score = f'    <score department="{ident}" target="{name}" points="{points(weight, less.get(name, 0))}"'
            out.append(score + (f">{reason}</score>" if reason else "/>"))
    return "\n".join(out + ["</assessment>"])


def ranking(rows):
    """Departments from high to low, in register order inside a tie."""
    total = {ident: 100 - sum(lost(number, ident).values()) for number, (ident, _, _) in enumerate(rows)}
    return sorted((ident for ident, _, _ in rows), key=lambda ident: -round(total[ident], 3))


def year(rows):
    tasks = "\n".join(f'    <task id="t{n}" section="{"一二三四五六"[(n - 1) // 10]}" no="{(n - 1) % 10 + 1}"><lead department="{ident}"/>'
                      f'<assisting department="{rows[(n + 4) % 60][0]}"/><summary>{short}的执法责任</summary>'
                      f"<text>由{short}主办，建立健全执法责任制，明确执法岗位、权限、程序和责任。</text></task>"
                      for n, (ident, _, short) in enumerate(rows, 1))
    common = "\n".join(target(f"c{n}", 10, title, indicator(name, unit, value, 10), "", "法规科", "各部门",
                              "按领导小组统一部署组织实施。")
                       for n, (title, name, unit, value) in enumerate((("领导干部学法", "集体学法次数", "次", "4"), ("执法公示", "公示率", "%", "100"),
                                                                       ("案卷评查", "合格率", "%", "95")), 1))
    agreements = "\n".join(f'''  <agreement number="{n:03}" department="{ident}" signed="2006-02-08">
    <signatory side="government"><person>{"辛壬癸子"[(n - 1) % 4]}某某</person><post>副市长</post></signatory>
    <signatory side="department"><person>{head(n - 1, ident)[1]}</person><post>{head(n - 1, ident)[2]}</post></signatory>
  </agreement>''' for n, (ident, _, _) in enumerate(rows, 1))
    includes = "\n".join(f'  <xi:include href="targets/{ident}.xml"/>' for ident, _, _ in rows)
    reports = "\n".join(half_year(number, ident) for number, (ident, _, _) in enumerate(rows))
    honoured = ranking(rows)[:8]
    refs = "".join(f'<department-ref department="{ident}"/>' for ident in honoured)
    return f'''<?xml version="1.0" encoding="UTF-8"?>
<!-- 六十个责任部门的年度，收有各种难处理的情形，见README.md。全部为虚构。 -->
<scheme year="2006" city="临湾市" xmlns:xi="http://www.w3.org/2001/XInclude">
  <government name="临湾市人民政府" short-name="市政府"/>
  <leading-group name="临湾市全面推进依法行政工作领导小组" short-name="领导小组">
    <leader><person>庚某某</person><post>市长</post></leader>
    <deputy-leader><person>辛某某</person><post>副市长</post></deputy-leader>
    <office name="临湾市全面推进依法行政工作领导小组办公室" short-name="领导小组办公室"><director department="legal"/></office>
  </leading-group>
  <instrument id="outline" number="国发〔2004〕10号" date="2004-03-22"><title>全面推进依法行政实施纲要</title></instrument>
  <parameters>
    <pass-mark>80</pass-mark>
    <advanced count="8"/>
    <bands><band name="优秀" from="95"/><band name="良好" from="85"/><band name="合格" from="80"/><band name="不合格" from="0"/></bands>
    <fault-regulation>临湾市行政执法过错责任追究办法</fault-regulation>
    <objection-days>15</objection-days>
    <feedback-days>30</feedback-days>
    <payment-days>30</payment-days>
    <legal-affairs department="legal" number-prefix="临政法错改"/>
    <supervision department="supervision"/>
  </parameters>
  <distribution>
    <report-to>市委</report-to><report-to>市人大常委会</report-to><report-to>市政府</report-to><report-to>市政协</report-to><report-to>市纪委</report-to>
    <copy-to>各县（市、区）人民政府</copy-to>
  </distribution>
  <xi:include href="register.xml"/>
  <division-of-work>
{tasks}
  </division-of-work>
  <common-targets issued="2006-01-25">
{common}
  </common-targets>
{includes}
{agreements}
  <inspection id="spot-1" kind="spot" date="2006-05-16">
    <visited department="d03"/><visited department="d13"/><visited department="d09"/>
    <finding department="d13" target="d13-1" status="behind">
      <observation><p>窗口A&amp;B两类没有分开；时限&lt;3日的要求没有公示。</p><p>档案只归到4月。</p></observation>
      <demand due="2006-06-15"><p>分设窗口，公示时限。</p></demand><demand><p>补齐档案，逐卷登记。</p></demand>
    </finding>
    <finding department="d03" target="c1" status="on-track"><observation><p>已集体学法2次。</p></observation></finding>
    <finding department="d13" target="d13-2" status="problem"><observation><p>抽查案卷10件，2件没有告知笔录。</p></observation></finding>
  </inspection>
  <bulletin number="1" date="2006-05-19" inspection="spot-1">
    <title>关于目标进展抽查情况的通报</title>
    <p>领导小组办公室对三个部门的目标进展情况进行了抽查，现将情况通报如下。</p>
    <copies>80</copies>
  </bulletin>
  <bulletin number="2" date="2006-06-20">
    <title>各部门认真开展领导干部学法</title>
    <p>上半年各责任部门普遍集体学法两次以上，没有发现问题。</p>
    <copies>80</copies>
  </bulletin>
{reports}
  <meeting notified="2006-07-20" date="2006-07-26" time="上午9:00" place="市政府三楼会议室"/>
  <adjustment department="d16" target="d16-5" new-weight="0" approved="2006-08-15" approved-by="领导小组"><reason><p>职能划转，目标撤销。</p></reason></adjustment>
  <adjustment department="d16" target="d16-4" new-weight="28" approved="2006-08-15" approved-by="领导小组"><reason><p>承接撤销目标的分值。</p></reason></adjustment>
  <xi:include href="assessment.xml"/>
  <case id="case-1" number="1" department="d51" confirmed="2006-09-04">
    <source kind="other">市长公开电话</source>
    <act date="2006-07-20"><title>暂扣营运车辆的行为</title><party>丙某某</party></act>
    <facts><p>没有出具暂扣凭证。</p></facts>
    <finding><p>违反法定程序，构成行政执法错案。</p></finding>
    <fault kind="procedure"/><fault kind="power"/>
    <responsible-person role="handler" degree="intent"><person>𠮷某甲</person><post>队员</post></responsible-person>
    <correction due="2006-10-08"><demand><p>返还车辆。</p></demand></correction>
    <notice number="1" date="2006-09-05"/>
    <objection date="2006-09-18" state="open"><p>车辆确有非法营运行为，请求复核。</p></objection>
  </case>
  <case id="case-2" number="2" department="d14" confirmed="2006-10-09">
    <source kind="litigation" reference="（2006）临行终字第12号" date="2006-09-26"/>
    <act number="临建拆〔2006〕5号" date="2006-03-08"><title>限期拆除决定书</title><party>丁某某</party><party>临湾市某商行</party></act>
    <facts><p>被拆除的房屋有规划许可，决定作出前没有核查。</p></facts>
    <finding><p>主要事实不清、证据不足，构成行政执法错案。</p></finding>
    <fault kind="evidence"/>
    <responsible-person role="handler" degree="gross"><person>阿力木·买买提</person><post>执法大队队长</post></responsible-person>
    <responsible-person role="reviewer" degree="gross"><person>阿力木·买买提</person><post>执法大队队长</post></responsible-person>
    <responsible-person role="approver" degree="ordinary"><person>申某</person><post>副局长</post></responsible-person>
    <basis><law>《中华人民共和国国家赔偿法》第四条</law></basis>
    <correction due="2006-11-10"><demand><p>撤销决定，恢复原状或者赔偿。</p></demand></correction>
    <notice number="2" date="2006-10-10"/>
    <service date="2006-10-11" way="left" place="该局办公室"><receiver>酉某某</receiver><witness>戌某某</witness><server>亥某某</server></service>
    <compensation paid="100000.05" date="2006-11-20" decided="2006-11-27">
      <recovery person="阿力木·买买提" amount="10000.01"/>
      <recovery from="department" amount="30000"/>
    </compensation>
    <feedback date="2006-11-13"><p>已撤销决定，赔偿协议已经签订。</p></feedback>
  </case>
  <circular number="1" number-prefix="临依法办发" date="2007-01-15">
    <title>关于2006年度行政执法目标责任制考核情况的通报</title>
    <p>2006年12月下旬，领导小组组织年终考评。现将考核情况通报如下。</p>
  </circular>
  <award kind="advanced" date="2007-01-22" document-number="临政发〔2007〕3号">{refs}<decision>第八名有并列的，经领导小组研究，按名录顺序取一个。</decision></award>
</scheme>
'''


def half_year(number, ident):
    """The first targets are done by July, as many as the department's number says; the others have their measures."""
    targets = ["c1", "c2", "c3"] + [f"{ident}-{n}" for n in range(1, 10 if ident == "d10" else 6)]
    done = number % 4
    return (f'  <half-year-report department="{ident}" date="2006-07-{10 + number % 9}">' + "".join(f'<done target="{t}"/>' for t in targets[:done]) +
            "".join(f'<pending target="{t}"><measures><p>下半年按计划推进，11月底前完成。</p></measures></pending>' for t in targets[done:]) +
            "</half-year-report>")


def main():
    rows = list(departments())
    top = '<?xml version="1.0" encoding="UTF-8"?>\n'
    (HERE / "register.xml").write_text(top + register(rows) + "\n")
    (HERE / "targets").mkdir(exist_ok=True)
    for number, (ident, _, short) in enumerate(rows):
        (HERE / "targets" / f"{ident}.xml").write_text(top + specific(number, ident, short) + "\n")
    (HERE / "assessment.xml").write_text(top + assessment(rows) + "\n")
    (HERE / "year.xml").write_text(year(rows))


main()
