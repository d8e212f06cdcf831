import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { presenceModes } from '../../groupwork/attendance.ts'
import { countAttendance } from '../../groupwork/count-attendance.ts'
import { buildFileBox } from './build-file-box.ts'
import { canaries, fileBoxInput, gossip, type Canaries } from './cases/file-box-world.ts'
import { audiences, type BoxPart, type FileBox } from './file-box.ts'

const languages = ['zh-CN', 'en'] as const

/** Everything that is put into files: marks are for hiding and stay on the server. */
function everythingIn({ parts, index, name }: FileBox): string {
  return JSON.stringify({ parts, index, name })
}

function partOf(box: FileBox, no: string): BoxPart {
  const part = box.parts.find((one) => one.no === no)
  if (part === undefined) throw new Error(`no part ${no}`)
  return part
}

const hanName = fc
  .tuple(fc.constantFrom('赵', '钱', '孙', '欧阳'), fc.constantFrom('霏霏', '蓁', '翀翎', '罡'))
  .map((parts) => parts.join(''))
const latinName = fc.constantFrom('Xyla Quorn', 'Zeb', 'Ulrika Thorsdottir', '阿依古丽·买买提')
const anyName = fc.oneof(hanName, latinName)
const anyCanaries: fc.Arbitrary<Canaries> = fc.record({
  childName: anyName,
  parentName: anyName,
  displayName: fc.constantFrom('罡仔', '蓁宝', 'Zippy'),
  phone: fc.constantFrom('13711112222', '0743-8123456', '020 66778899', '66001'),
  bornOn: fc.constantFrom('2013-11-07', '2015-01-02', '2012-12-12'),
  school: fc.constantFrom('鹧鸪小学', '布谷中心校', 'Cuckoo School'),
  village: fc.constantFrom('鹌鹑村', '白鹭湾', 'Heron Village'),
})

/** As people write the same thing: dates and numbers in other clothes. */
const sayings: readonly ((known: Canaries) => string)[] = [
  gossip,
  ({ childName, phone }) => `${childName} ${phone.replaceAll(/(\d{3})(?=\d)/g, '$1 ')}`,
  ({ bornOn, parentName }) => {
    const [year = '', month = '', day = ''] = bornOn.split('-')
    return `${parentName}说孩子${year}年${Number(month)}月${Number(day)}日出生，即${year}/${month}/${day}。`
  },
  ({ village, school, displayName }) => `「${displayName}」在${school}读书，家在${village}。`,
]

describe('names and numbers', () => {
  it.each(
    languages,
  )('that are recorded stand nowhere in the box, whatever people typed (%s) [PAP-10]', (language) => {
    fc.assert(
      fc.property(
        anyCanaries,
        fc.constantFrom(...sayings),
        fc.constantFrom(...audiences),
        (known, say, audience) => {
          const box = buildFileBox(fileBoxInput(language, { audience }, known, say(known)))
          const text = everythingIn(box)
          const { bornOn, phone, ...words } = known
          const [year = '', month = '', day = ''] = bornOn
            .split('-')
            .map((part) => part.replace(/^0/, ''))
          for (const word of Object.values(words)) expect(text).not.toContain(word)
          expect(text).not.toContain(bornOn)
          expect(text).not.toContain(`${year}年${month}月${day}日`)
          expect(text.replaceAll(/[\s-]/g, '')).not.toContain(phone.replaceAll(/[\s-]/g, ''))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of a telephone or an identity card go even if nobody recorded them', () => {
    const said = '老师的电话 138-1234-5678，身份证 43312620140203001X，座机 0743-8222333。'
    const text = everythingIn(buildFileBox(fileBoxInput('zh-CN', {}, canaries, said)))
    for (const number of ['5678', '001X', '8222333']) expect(text).not.toContain(number)
    expect(text).toContain('〔号码〕')
  })

  it('a consent that was taken back stands with its day and its way, without what was said [FAM-73]', () => {
    const input = fileBoxInput('zh-CN')
    const back = { withdrawnOn: '2026-04-10', withdrawnWay: 'wechatVoice' as const }
    const consents = input.consents.map((one, at) => (at === 0 ? { ...one, ...back } : one))
    const text = everythingIn(buildFileBox({ ...input, consents }))
    expect(text).toMatch(/2026-04-10\W{1,3}n?微信语音/)
    expect(text).not.toContain(canaries.childName)
  })

  it('a member in a text is the same person as in the lists', () => {
    const box = buildFileBox(fileBoxInput('zh-CN', {}, canaries, '金丝雀小梅主动拨了电话。'))
    expect(JSON.stringify(partOf(box, '05'))).toContain('〔Z-01 · 儿童1〕主动拨了电话')
    expect(JSON.stringify(partOf(box, '02'))).toContain('"Z-01 · 儿童1","Z-01-C1"')
  })

  it('pet names and titles are taken for members in records, not in a programme’s stories', () => {
    const said = '梅梅笑了，小梅学着说，王爷爷点头，天天都打电话。'
    const input = fileBoxInput('zh-CN', {}, canaries, said)
    const people = input.people.map((one, at) => (at === 0 ? { ...one, name: '王红梅' } : one))
    const box = buildFileBox({ ...input, people })
    const child = '〔Z-01 · 儿童1〕'
    expect(JSON.stringify(partOf(box, '05'))).toContain(
      `${child}笑了，${child}学着说，〔组员〕点头，天天都打电话。`,
    )
    expect(JSON.stringify(partOf(box, '01'))).toContain(said)
  })

  it.each([
    ['欧阳子涵', '子涵没有来，欧阳妈妈来了。', '〔Z-01 · 儿童1〕没有来，〔组员〕来了。'],
    [
      '阿依古丽·买买提',
      '阿依古丽哭了，买买提也来了。',
      '〔Z-01 · 儿童1〕哭了，〔Z-01 · 儿童1〕也来了。',
    ],
    ['李强', '强子和强哥都笑了。', '〔Z-01 · 儿童1〕和〔Z-01 · 儿童1〕都笑了。'],
    [
      'Wang Fang',
      'Wangfang来了，wangfang 很安静。',
      '〔Z-01 · 儿童1〕来了，〔Z-01 · 儿童1〕 很安静。',
    ],
  ])('%s is known by what the room calls such a name', (name, said, hidden) => {
    const input = fileBoxInput('zh-CN', {}, canaries, said)
    const people = input.people.map((one, at) => (at === 0 ? { ...one, name } : one))
    expect(JSON.stringify(partOf(buildFileBox({ ...input, people }), '05'))).toContain(hidden)
  })

  it('an English sentence keeps its words when a family is called He or Long', () => {
    const said = 'He said that he would call, and He Long laughed for a long time.'
    const input = fileBoxInput('en', {}, canaries, said)
    const people = input.people.map((one, at) => (at === 1 ? { ...one, name: 'He Long' } : one))
    expect(JSON.stringify(partOf(buildFileBox({ ...input, people }), '05'))).toContain(
      'He said that he would call, and [Z-01 · parent 1] laughed for a long time.',
    )
  })

  it('a colleague keeps the name, also when a child’s given name is in it', () => {
    const staff = [{ id: fileBoxInput('zh-CN').staff[0]?.id ?? '', name: '李丝雀小梅' }]
    const people = fileBoxInput('zh-CN').people
    const named = people.map((one, at) => (at === 0 ? { ...one, name: '王丝雀小梅' } : one))
    const box = buildFileBox(fileBoxInput('zh-CN', { staff, people: named }))
    expect(JSON.stringify(partOf(box, '01'))).toContain('李丝雀小梅')
  })

  it('outside readers cannot find one member again from text to text [PAP-12]', () => {
    const box = buildFileBox(fileBoxInput('zh-CN', { audience: 'outside' }))
    const text = everythingIn(box)
    expect(text).toContain('〔组员〕')
    expect(/Z-0\d|-C\d|-P\d/.test(text)).toBe(false)
  })

  it('outside readers are not told how few are missing, nor how many members there are [PAP-12]', () => {
    const box = buildFileBox(fileBoxInput('zh-CN', { audience: 'outside' }))
    expect(partOf(box, '02').count).toBe('只有合计')
    const measures = JSON.stringify(partOf(box, '06'))
    expect(measures).toContain('前后都有得分 5 份')
    expect(measures).not.toMatch(/应答|缺前测/)
  })
})

describe('sums', () => {
  test('of every meeting and of the total are those of the attendance, and reconcile [PAP-4]', () => {
    const input = fileBoxInput('en')
    const { total, byMeeting } = countAttendance(input.meetings, input.seats, input.attendance)
    const book = partOf(buildFileBox(input), '04').files.find(
      ({ content }) => content.type === 'workbook',
    )
    if (book?.content.type !== 'workbook') throw new Error('no workbook')
    const [marks, sums, strands] = book.content.sheets
    const rows = sums?.rows.slice(1) ?? []
    expect(rows).toHaveLength(byMeeting.length + 1)
    for (const row of [...rows, ...(strands?.rows.slice(1) ?? [])]) {
      const [expected = 0, outside = 0, ...rest] = row.slice(1).map(Number)
      const modes = rest.slice(0, presenceModes.length).reduce((sum, one) => sum + one, 0)
      expect(expected + outside).toBe(modes + (rest[presenceModes.length] ?? 0))
    }
    expect(rows.at(-1)?.slice(1, 3)).toEqual([total.expected, total.outside])
    expect((marks?.rows.length ?? 0) - 1).toBe(total.expected + total.outside)
  })
})

describe('the index', () => {
  it.each(
    languages,
  )('names every part with its form and what is missing (%s) [PAP-11]', (language) => {
    const input = fileBoxInput(language)
    const draft = input.meetingRecords.map((one) => ({ ...one, state: 'draft' as const }))
    const box = buildFileBox({ ...input, meetingRecords: draft, reports: [] })
    const text = JSON.stringify(box.index)
    for (const { no, title, leftOut } of box.parts) {
      expect(text).toContain(`"${no}"`)
      expect(text).toContain(title)
      for (const line of leftOut) expect(text).toContain(JSON.stringify(line).slice(1, -1))
    }
    expect(partOf(box, '05').files).toEqual([])
    expect(partOf(box, '05').leftOut).toHaveLength(2)
    expect(partOf(box, '07').files).toEqual([])
  })

  it.each(languages)('no key and no placeholder is left unfilled (%s)', (language) => {
    for (const audience of audiences) {
      const text = everythingIn(buildFileBox(fileBoxInput(language, { audience })))
      expect(
        text.match(
          /(paperwork|groupwork|families|inquiry|evaluation):\w|fileBox\.|\{\{|undefined|NaN/,
        ),
      ).toBeNull()
    }
  })

  it('a group with nothing on record still gets its box, and the index says so', () => {
    const bare = {
      programme: null,
      consents: [],
      seats: [],
      meetings: [],
      attendance: [],
      meetingRecords: [],
    }
    const box = buildFileBox(
      fileBoxInput('zh-CN', { ...bare, waves: [], sheets: [], reports: [], steps: [] }),
    )
    expect(box.parts.map(({ no }) => no)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08'])
  })

  it('files stand under numbers, and no path leaves the box', () => {
    for (const language of languages) {
      const box = buildFileBox(fileBoxInput(language))
      const paths = [box.index, ...box.parts.flatMap(({ files }) => files)].map(({ path }) => path)
      expect(new Set(paths).size).toBe(paths.length)
      for (const path of paths) expect(path).toMatch(/^0\d-[^\\:*?"<>|]+\.(docx|xlsx|csv)$/)
      expect(box.name).not.toMatch(/[\\/:*?"<>|]/)
    }
  })
})
