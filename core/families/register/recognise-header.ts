// From the words over a column to what it holds. Chinese registers repeat “姓名” under 父亲, 母亲, 祖父母: the words above count too.
import { targetOf, type ColumnUse, type Who } from './register-columns.ts'

const people: readonly (readonly [RegExp, Who])[] = [
  [/外祖父|外公|姥爷|maternalgrandfather/, 'maternalGrandfather'],
  [/外祖母|外婆|姥姥|maternalgrandmother/, 'maternalGrandmother'],
  [/祖父(?!母)|爷爷|paternalgrandfather|grandfather/, 'paternalGrandfather'],
  [/祖母|奶奶|paternalgrandmother|grandmother/, 'paternalGrandmother'],
  [
    /被?委托|受托|照护人|照料人|照顾人|监护人|看护人|caregiver|guardian|delegate|carer/,
    'caregiver',
  ],
  [/父亲|爸爸|(?<!祖)父(?!母|子)|father|dad/, 'father'],
  [/母亲|妈妈|(?<![祖父])母(?!子)|mother|mum/, 'mother'],
  [/儿童|孩子|学生|子女|未成年人|child|pupil|student|kid/, 'child'],
]

/** First match wins; a string is a fact of the person named, other words are a use of their own. */
const words: readonly (readonly [RegExp, string])[] = [
  [/身份证|证件号|公民身份|identity|idcard|idn(o|um)|nationalid|^id$/, 'identity'],
  [/序号|^no$|^number$|^#$/, 'skip'],
  [/编号|档案号|户号|code|fileno|filenumber/, 'code'],
  [/监护情况|监护评估|评估等级|监护类型|监护能力|assessment|grading/, 'held'],
  [/是否|双方|一方|both|whether|\by\/n\b/, 'computed'],
  [/民族|ethnic/, 'held'],
  [/户籍|户口|hukou/, 'held'],
  [/健康|残疾|患病|疾病|health|disab|illness/, 'held'],
  [/就学|就读|在读|学业|学校|年级|班级|寄宿|住校|school|grade|class|boarding/, 'held'],
  [/收入|救助|帮扶|低保|贫困|补贴|income|aid|welfare|allowance/, 'held'],
  [/备注|说明|情况描述|notes?$|remark/, 'held'],
  [/性别|sex|gender/, 'sex'],
  [/出生|生日|birth|dob/, 'bornOn'],
  [/电话|手机|联系方式|联系号码|phone|tel|mobile/, 'phone'],
  [/(外出|务工|离家|打工).*(时间|日期|年份|起)|awaysince|since|leftin|lefton/, 'awaySince'],
  [/返乡|返家|回家|回乡|多久回|return|homevisit/, 'returnRhythm'],
  [
    /务工|打工|工作(地|单位|地址|地点|所在)|外出(地|去向|地点)|现工作|就业地|workplace|worklocation|placeofwork|workaddress|workcity/,
    'workPlace',
  ],
  [/关系|relation/, 'relation'],
  [/乡镇|街道|(?<!城)镇|township|town$/, 'township'],
  [/行政村|自然村|村|居委|village/, 'village'],
  [/邮箱|邮件|e?mail|微信|qq|wechat/, 'noField'],
  [/住址|地址|居住|address|residence/, 'address'],
  [/填表|审核|负责人|日期$|filledby|reviewed|signature|签字|签名/, 'noField'],
  [/年龄|^age$/, 'computed'],
  [/姓名|名字|name/, 'name'],
]

export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\s_.:()（）*'’"“”-]/gu, '')
}

/** `header` is the column's own words, `above` those of the rows over it. */
export function recogniseHeader(header: string, above: string): ColumnUse {
  const own = normaliseHeader(header)
  const over = normaliseHeader(above)
  const kind = words.find(([pattern]) => pattern.test(own))?.[1] ?? kindFromAbove(own, over)
  const who = whoOf(own) ?? whoOf(over)
  switch (kind) {
    case null:
      return who !== null && own !== '' && who !== 'child' && isOnlyPerson(own)
        ? (targetOf(who, 'name') ?? 'unknown')
        : 'unknown'
    case 'identity':
    case 'skip':
    case 'held':
    case 'computed':
    case 'noField':
      return kind
    case 'address':
      return who === 'father' || who === 'mother' ? 'noField' : addressUse(who)
    case 'relation':
      return namesCaregiver(header.trim()) ? 'caregiver.name' : 'caregiver.relation'
    case 'workPlace':
      return targetOf(who === null ? parentsIn(own + over) : who, kind) ?? 'unknown'
    case 'code':
    case 'village':
    case 'township':
      return targetOf('family', kind) ?? 'unknown'
    default:
      return targetOf(who ?? 'child', kind) ?? 'unknown'
  }
}

/** “监护人（与儿童关系）”: the person stands in the cell, the relation beside the name. */
function namesCaregiver(header: string): boolean {
  return /姓名.*关系/u.test(header) || /^[^与和及(（]*人[(（].*关系.*[)）]?$/u.test(header)
}

function parentsIn(text: string): Who {
  return /父母|parents/.test(text) ? 'parents' : 'oneParent'
}

function addressUse(who: Who | null): ColumnUse {
  return who === null || who === 'child' ? 'family.village' : 'noField'
}

function kindFromAbove(own: string, over: string): string | null {
  return own === '' ? (words.find(([pattern]) => pattern.test(over))?.[1] ?? null) : null
}

function whoOf(text: string): Who | null {
  return people.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** A column headed just “父亲” or “mother” holds the name. */
function isOnlyPerson(text: string): boolean {
  return text.length <= 6 || /^(father|mother|caregiver|guardian|grand(father|mother))$/.test(text)
}
