const syllables: ReadonlySet<string> = new Set(
  [
    'a ai an ang ao e ei en eng er o ou',
    'ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu',
    'pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu',
    'ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu',
    'fa fan fang fei fen feng fo fou fu',
    'da dai dan dang dao de dei den deng di dian diao die ding diu dong dou du duan dui dun duo',
    'ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo',
    'na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nu nuan nue nun nuo nv nve',
    'la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu luan lue lun luo lv lve lyu nyu',
    'ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo',
    'ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo',
    'ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo',
    'ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun',
    'qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun',
    'xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun',
    'zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo',
    'cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo',
    'sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo',
    'ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo',
    'za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo',
    'ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo',
    'sa sai san sang sao se sen seng si song sou su suan sui sun suo',
    'ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun',
    'wa wai wan wang wei wen weng wo wu',
  ].flatMap((line) => line.split(' ')),
)
const longest = 6

/**
 * Where a Chinese name in Latin letters may be parted: `Xiaomei` after 4 letters, `Fangan` after 3 and after 4. Empty for one
 * syllable, null where it is none of these. Tones do not matter.
 */
export function findSyllables(word: string): ReadonlySet<number> | null {
  const letters = withoutTones(word)
  // Which ends of a beginning can be reached by syllables, and from which of them the end of the word can.
  const reached = new Set([0])
  for (let to = 1; to <= letters.length; to += 1)
    if (startsOf(letters, to).some((from) => reached.has(from))) reached.add(to)
  if (letters === '' || !reached.has(letters.length)) return null
  const fitting = new Set([letters.length])
  for (let to = letters.length; to > 0; to -= 1)
    if (fitting.has(to))
      for (const from of startsOf(letters, to)) if (reached.has(from)) fitting.add(from)
  return new Set([...fitting].filter((at) => at > 0 && at < letters.length))
}

export function isSyllable(word: string): boolean {
  return syllables.has(withoutTones(word))
}

function withoutTones(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function startsOf(letters: string, to: number): readonly number[] {
  const found: number[] = []
  for (let from = Math.max(0, to - longest); from < to; from += 1)
    if (syllables.has(letters.slice(from, to))) found.push(from)
  return found
}
