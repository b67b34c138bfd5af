"""What a request is about in rough ideas, alone and in pairs: a way to ask, a wrong, a lawful end.

Few lines teach a pair of ideas, where a pair of words would need many. No word decides by itself.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from faq.safety.reading import Placed, Reading

# Ways to ask, and what or whom it is about.
_ASKING: Mapping[str, str] = {
    "how": (
        "怎么|咋|如何|怎样|教我|教教|教一下|办法|技巧|方法|有啥招|步骤|教程|流程|how to|"
        "how do|how can|how should"
    ),
    "where": "哪里|哪儿|哪能|上哪|搁哪|去哪|哪买|哪家|渠道|路子|门路|门子|where",
    "who": (
        "找谁|谁能|谁有|谁会|谁认识|谁管|有没有人|联系方式|怎么联系|介绍|推荐|who can|"
        "who sells|anyone"
    ),
    "price": (
        "多少钱|啥价|多少米|价格|收费|花钱|给钱|出钱|有偿|高价|便宜|how much|for cash|for money"
    ),
    "forme": (
        "帮我|给我|替我|帮忙|帮俺|帮咱|给整|发我|发给我|告诉我|给个|求|for me|give me|"
        "tell me|show me"
    ),
    "want": "我想|想要|打算|我要|准备|寻思|合计|i want|i need|i'd like|looking for",
    "fake": (
        "假|伪造|仿|造一|造个|ps|p一|p个|涂改|修图|做旧|编个|编一|冒充|假装|装成|fake|"
        "forge|counterfeit|photoshop|pretend"
    ),
    "paper": (
        "身份证|户口本|驾照|驾驶证|驾本|护照|证件|证明|学历|行驶证|毕业证|结婚证|报告|"
        "病历|发票|证书|通行证|签证|id card|passport|licence|license|certificate|permit|"
        "visa"
    ),
    "unseen": (
        "不被|不让人|不让他|不让她|不让对方|看不出|查不出|查不到|查不着|拍不到|不留|"
        "偷偷|悄悄|不露馅|没人知道|没人发现|不被发现|以假乱真|不知道是我|without|"
        "undetected|unnoticed|not be caught|no trace"
    ),
    "evade": (
        "躲|逃|规避|绕|避开|骗过|糊弄|应付|蒙|混过|混出|跑路|潜逃|藏|瞒|甩掉|干扰|遮挡|"
        "屏蔽|破解|作弊|avoid|evade|escape|hide|beat|cheat|fool|sneak|bypass"
    ),
    "other": (
        "他|她|前女友|前男友|前妻|前夫|对象|别人|某人|一个人|这个人|网友|同事|室友|ex-|"
        "girlfriend|boyfriend|someone|neighbour|neighbor"
    ),
    "kin": ("老公|老婆|媳妇|丈夫|妻子|孩子|儿子|女儿|爸|妈|老人|husband|wife|son|daughter|child"),
    "find": (
        "住哪|住址|地址|位置|定位|在哪住|在哪上班|行踪|下落|开房|户籍|人肉|开盒|查人|"
        "查个人|查一下|帮查|扒出|社工|机主|车主|真名|真实姓名|address|track|locate|"
        "lives|find out|dox|look up"
    ),
    "number": "身份证号|手机号|电话|号码|车牌号|微信号|phone number|id number|plate",
    "police": "警察|民警|交警|派出所|所长|公安|警官|辅警|police|officer",
    "pay": (
        "塞|送礼|送钱|送点|红包|打点|买通|收买|好处费|表示一下|表示表示|意思意思|疏通|"
        "摆平|捞|通融|找关系|托关系|走后门|熟人|内部|bribe|slip"
    ),
    "check": (
        "检查|查车|查酒|查身份|尿检|毛检|安检|年检|摄像头|电子眼|测速|酒精|吹气|监控|"
        "关卡|checkpoint|breathaly|test|camera|security"
    ),
    "drink": "酒驾|醉驾|喝酒|喝了|啤酒|白酒|drunk|drink",
    "deal": "买|卖|租|收购|转让|求购|出售|回收|代办|包过|buy|sell|rent",
    "cards": "银行卡|电话卡|手机卡|对公|四件套|收款码|sim card|bank card|account",
    "bot": (
        "你是|你现在|你就|忽略|无视|忘掉|忘记|指令|规则|扮演|提示词|开发者|管理员|越狱|"
        "限制|ignore|disregard|you are|pretend|prompt|instructions|act as"
    ),
    "issue": (
        "生成|画|开一张|出一张|打一张|写一份|写一条|打印|设计|模板|generate|draw|"
        "template|write a|issue me|create"
    ),
    "hurt": ("打人|揍|杀|毒死|砸|扎|报复|教训|收拾|整他|弄死|吓唬|kill|beat up|revenge|scare"),
    "time": "多久|几天|几点|什么时候|有效期|how long|when",
    "may": "能不能|可以吗|行吗|行不行|能吗|可不可以|can i|may i",
    "secretbuy": (
        "没手续|没证|不用证|不用考|不考试|免考|不登记|不备案|不实名|不用身份证|no exam|without id"
    ),
}
# Wrongs that somebody may ask help for, or ask about.
_WRONG: Mapping[str, str] = {
    "forge_wrong": (
        "假证|办证的|做证|刻章办|私刻|仿刻|刻个章|刻一个|刻一枚|假章|假公章|假印|假身份|"
        "假户|假驾|假护照|假结婚|假离婚|假学历|假材料|假证明|假资料|假流水|假病历|"
        "假发票|假牌|套牌|伪造|仿造|仿制|高仿|变造|涂改|抠图|抠下来|p一张|p成|p图|修图|"
        "改照片|改日期|改年龄|改大|改小|改成我|换成我|倒签|做旧|做假|造假|弄假|包装材料|"
        "仿他|代签|冒充|顶替|冒名|双户口|两个户口|新身份|白卡|防伪|fake|forge|forged|"
        "counterfeit|photoshop|backdate|edit the|alter the"
    ),
    "trade_wrong": (
        "买分|卖分|收分|租分|销分|消分|代扣|买驾照|买驾|卖驾|包过|免考|替考|代考|枪手|"
        "顶包|背锅|代刷|刷学时|刷脸赚|四件套|收购身份|卖身份|租身份|买身份|出租银行|"
        "租银行卡|卖银行卡|卖卡|收卡|对公账户|实名号|背户|背债|挂户|挂靠|卖户口|买户口|"
        "指标|卖护照|买护照|黄牛|收号|没手续|黑车|盗抢|抵押车|黑卡|作弊|代办包|"
        "without the test|no exam|sit my|stand in for me|sell my|licence points|"
        "penalty points"
    ),
    "trace_wrong": (
        "人肉|开盒|社工|查档|查人|查个人|定位|跟踪|尾随|蹲点|监听|窃听|监视|偷看|偷偷看|"
        "偷偷装|偷偷查|查开房|开房记录|谁举报|谁报的警|谁打的110|住哪|住址|家在哪|"
        "在哪住|在哪上班|在哪个学校|躲着我|躲起来|找到她|找到他|扒出|真名|机主|车主是谁|"
        "车主电话|车主叫|查.{0,4}前科|有没有案底|她现在|他现在|资料卖|名单|数据哪|"
        "人脸识别找|搜脸|套出|骗她把|track|spy|locate|dox|where does|where is she|"
        "home address|who reported|hotel records|find out which|lives now"
    ),
    "evade_wrong": (
        "躲|逃避|规避|绕过|绕开|避开|骗过|糊弄|蒙过|蒙混|混过|应付检查|应付交警|应付尿|"
        "不被查|不被拍|不被抓|不被发现|查不出|查不到|拍不到|拍不清|吹不出|测不出|遮挡|"
        "遮牌|翻牌|隐形|干扰器|屏蔽|销毁|毁掉|粉碎|删监控|对口供|串供|统一口径|撒谎|"
        "装病|装疯|装精神|弃车|换尿|假尿|漂发|染发|剃毛|不登记|不上传|不留记录|逃单|"
        "逃票|逃费|夹带|藏哪|怎么藏|怎么带进|黑飞|挂机|替我刷|翻墙|洗掉|改里程|调表|"
        "beat|avoid|hide|cheat|without being|undetected|so nobody|so the police|"
        "no police checks|bypass|smuggle|keep our stories|flipper"
    ),
    "bribe_wrong": (
        "塞钱|塞点|塞红包|塞个|塞多少|送礼|送钱|送点|送卡|送烟|红包|打点|疏通|买通|收买|"
        "摆平|捞人|捞出|平事|通融|走后门|找关系|托关系|托人|内部关系|好处费|辛苦费|"
        "表示一下|表示表示|意思一下|意思意思|开个价|开价|私了|封口|改口|顶罪|换血|"
        "消案底|洗白|抹掉|压下来|上供|酬谢|重谢|事成|bribe|pay off|slip|envelope|"
        "whom do i pay|who can i pay|overlook|go away|get him out"
    ),
    "false_wrong": (
        "假警|报警玩|报假|谎报|虚报|编个|编一个|编点|编什么|捏造|诬告|诬陷|陷害|栽赃|"
        "冤枉他|让他进去|让他坐牢|让警察去|让警察抓|骗警察|逗警察|整他们|恶搞|整蛊|"
        "恶作剧|假装|假摔|碰瓷|讹|伪证|做假证|假证人|不在场|骗保|骗赔|有炸弹|炸弹的|"
        "造谣|散布|编造|假通报|假新闻|其实没有|其实没|没这回事|没有的事|往他包|放他包|"
        "塞他|prank|swat|frame|plant drugs|he never did|invent a|make it believable|"
        "didn.t do"
    ),
    "flight_wrong": (
        "偷渡|偷越|潜逃|外逃|跑路|逃跑|越狱|逃犯|在逃|通缉|追逃|网逃|窝藏|藏我家|收留|"
        "报信|蛇头|走线|引渡|红通|改名换姓|换身份|隐姓|脚镣|手铐|挣脱|甩掉警|囚车|"
        "取保.{0,6}跑|边控|黑户|没身份的人|过江|过境|小路|不用身份证的|不查身份|犯事|"
        "犯了事|出了点事|捅人|打死|杀了人|私奔|抱走孩子|带孩子跑|偷偷带|接走藏|run away|"
        "escape|wanted|hide from|across the border|over the border|smugglers|"
        "without his mother|disappear|extradite"
    ),
    "ware_wrong": (
        "冰毒|溜冰|大麻|叶子|k粉|摇头丸|麻古|海洛因|可卡因|氯胺酮|笑气|上头|烟弹|烟油|"
        "邮票|听话水|迷药|迷奸|催情|三唑仑|聪明药|可待因|曲马多|罂粟|大烟|飞行燃料|制毒|"
        "提炼|拿货|带货|埋包|暗网|枪|子弹|猎枪|气枪|弩|电棍|电击|甩棍|蝴蝶刀|炸药|雷管|"
        "炸弹|火药|燃烧瓶|汽油弹|毒药|剧毒|氰化|砒霜|老鼠药|百草枯|氯仿|乙醚|散装汽油|"
        "硝酸钾|走私|象牙|穿山甲|weed|meth|ecstasy|mdma|coke|cannabis|drug that|pistol|"
        "a gun|bomb|gunpowder|poison|pills"
    ),
    "crime_wrong": (
        "诈骗|骗钱|骗老|骗婚|骗贷|骗补|骗低保|骗医保|忽悠|话术|剧本|杀猪盘|刷单|跑分|"
        "洗钱|洗白|黑钱|套现|取现|盗号|盗刷|黑进|黑掉|攻击|破解|木马|钓鱼|伪基站|改号|"
        "撬|开锁|偷|扒窃|盗窃|消磁|敲诈|勒索|裸照|裸聊|床照|换脸|偷拍|偷窥|针孔|打手|"
        "买凶|报复|教训|收拾|废了|卸他|揍|打断|下药|泻药|投毒|毒死|泼漆|泼粪|扎胎|堵锁|"
        "放火|烧他|烧车|弄死|杀人|尸|刹车油管|小姐|特殊服务|上门服务|楼凤|卖淫|嫖|招嫖|"
        "赌场|抽水|出千|老千|菠菜|网赌|私彩|六合彩|高利贷|套路贷|催收|逼债|传销|拉人头|"
        "资金盘|虚开|买孩子|买媳妇|代孕|卖肾|器官|闹事|打砸|恶意|scam|launder|hack|"
        "steal|stolen credit|blackmail|nudes|deepfake|spoof|shoplift|brothel|prostitut|"
        "escort|beat up|revenge|kill|burn|cockfight|kidney|pick a lock"
    ),
    "bot_wrong": (
        "忽略|无视|忘掉|忘记之前|指令|提示词|prompt|system|系统提示|开发者模式|管理员|"
        "越狱|jailbreak|扮演|角色扮演|你现在是|从现在起|假设你是|假装你是|你就是|"
        "你给我开|给我开一张|生成一张|画一张|画个|p个|发我一张|出具|以派出所|以公安|"
        "以警方|警方名义|警察口吻|名义|带章|盖章|盖上|红头|直接给我|后台|数据库|源代码|"
        "密码|导出|清零|删掉|改成|批准|审核通过|已通过|加进黑名单|放出来|释放|"
        "解冻.{0,4}你|ignore|disregard|you are now|pretend|act as|roleplay|"
        "developer mode|generate|issue me|draw|instructions|admin|database|select \\*|"
        "drop table|repeat after"
    ),
}
# What a lawful question about a wrong is after.
_LAWFUL: Mapping[str, str] = {
    "law_lawful": (
        "什么罪|判几年|判多久|判刑|怎么判|犯法|违法|处罚|后果|坐牢吗|会怎样|会怎么样|"
        "罚多少|罚款多少|罚吗|合法|合规|算不算|算违|算酒驾|算赌|拘留几|会拘留|被拘留吗|"
        "责任|法律|规定|标准|认定|怎么处理|追究|量刑|允许|属于|illegal|legal|penalty|"
        "punish|is it a crime|what happens|allowed|what is the fine"
    ),
    "report_lawful": (
        "举报|检举|投诉|报案|揭发|反映|谁管|归谁|哪个部门|找哪|维权|取证|打什么电话|"
        "跟谁说|追回|立案|report|complain"
    ),
    "victim_lawful": (
        "(?<!不)(?<!没)被(?:人|骗|冒|盗|套|偷|打|抢|扣|拍|发|注|逼|骚|跟|诬|敲|威|泄|下|告)|"
        "我被|遭|受害|有人|别人用|别人拿|冤枉|诬告我|威胁我|骚扰我|骗我|让我转|讹我|跟踪我|"
        "偷看我|恐吓|泄露|不是我|used my|was stolen|scammed|threatening me|my ex installed|someone"
    ),
    "true_lawful": (
        "真伪|真假|真的吗|真的假|是真的|是不是真|辨别|识别|核实|验证|靠谱吗|骗局|骗子|"
        "是诈骗|诈骗吧|可信|怎么查.{0,6}备案|怀疑|real or|is real|genuine|a scam|"
        "is this"
    ),
    "mend_lawful": (
        "挽回|解冻|恢复|申诉|复议|复核|更正|退款|补救|自首|投案|主动|交代|坦白|上交|劝|"
        "戒|预防|防骗|防止|避免被|保护|安全吗|正规|官方|解除|补办|重新办|换新|注销|撤案|"
        "谅解|求助|surrender|appeal|refuse|protect|turn myself"
    ),
    "worry_lawful": (
        "怎么办|咋办|咋整啊|害怕|担心|怕被|不给|不还|不让|后悔|拒绝|能拒绝|丢了|失踪|"
        "联系不上|what should i do|what can i do|what do i do|lost"
    ),
    "found_lawful": "捡到|捡了|失主|归还|还给|还人家|送还|表扬|感谢|锦旗|谢谢|i found|thank",
    "proper_lawful": (
        "材料|条件|手续|流程|备案|登记|申请|许可|预约|带什么|多久|几天|几点|有效期|费用|"
        "工本费|网上办|窗口|现场|迁户|落户|过户|换证|改名|要不要|需要|apply|renew|"
        "replace|register|documents|how long"
    ),
    "own_lawful": "自己的|我自己|本人|我的|我名下|my own|my passport|my id",
}


def _compiled(words: Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((idea, re.compile(each)) for idea, each in words.items())


_PATTERNS = tuple(map(_compiled, (_ASKING, _WRONG, _LAWFUL)))


def digest() -> str:
    """A digest of the words: what was learnt with others has another."""
    text = "\n".join(f"{idea}\t{each.pattern}" for part in _PATTERNS for idea, each in part)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def names_wrong(text: str) -> bool:
    """Whether a canonical ``text`` has a word for a wrong."""
    return any(each.search(text) for _, each in _PATTERNS[1])


def with_ideas(reading: Reading) -> Placed:
    """The grams of a text, each once, with its ideas and every two of them where they are complete:
    what is said again and again does not ask for more.
    """
    asking, wrong, lawful = (list(_found(reading.text, each)) for each in _PATTERNS)
    found = [*asking, *wrong, *lawful, *_summed(wrong, lawful)]
    pairs = (
        (max(at, other_at), f"{idea}+{other}")
        for (at, idea), (other_at, other) in combinations(found, 2)
    )
    grams = {gram: at for at, gram in reversed(reading.grams)}
    own = [(at, gram) for gram, at in grams.items()]
    return own + [(at, f"i:{idea}") for at, idea in chain(found, pairs)]


def _found(
    text: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]
) -> Iterator[tuple[int, str]]:
    for idea, pattern in patterns:
        match = pattern.search(text)
        if match:
            yield match.start(), idea


def _summed(wrong: Placed, lawful: Placed) -> Iterator[tuple[int, str]]:
    """Whether there is a wrong, more than one, a lawful end, and a wrong without such an end."""
    if wrong:
        yield min(wrong)[0], "wrong"
    if len(wrong) > 1:
        yield max(wrong)[0], "wrongs"
    if lawful:
        yield min(lawful)[0], "lawful"
    elif wrong:
        yield min(wrong)[0], "bare"
