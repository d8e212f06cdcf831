import { describe, expect, it } from 'vitest'
import { ids } from '../evaluation/cases/group-world.ts'
import { buildEvaluationSummary } from './build-evaluation-summary.ts'
import { summaryInput } from './cases/summary-world.ts'
import { writtenHeads } from './evaluation-summary.ts'
import type { FieldValues } from './field-values.ts'
import { fillFields } from './fill-fields.ts'
import { listHiddenInSummary } from './hide-in-summary.ts'
import { noTexts } from './summary-input.ts'
import { summaryFields } from './summary-fields.ts'
import { findField, nearestField } from './template-field.ts'

const summary = buildEvaluationSummary(summaryInput('zh-CN'))

function numberOf(text: string): number {
  return Number(text)
}

describe('buildEvaluationSummary', () => {
  it('counts person-times that reconcile: expected + outside = all modes + unmarked [PAP-4]', () => {
    for (const line of [summary.counts.total, ...summary.meetings, ...summary.seats]) {
      const modes = [
        line.inPerson,
        line.liveRemote,
        line.watchedLater,
        line.represented,
        line.absent,
      ]
      const sum = modes.map(numberOf).reduce((left, right) => left + right, 0)
      expect(numberOf(line.expected) + numberOf(line.outside)).toBe(sum + numberOf(line.unmarked))
    }
    expect(summary.counts.total).toMatchObject({ expected: '22', outside: '2', unmarked: '1' })
    expect(summary.meetings[0]?.liveShare).toBe('100%')
  })

  it('has the meetings’ and the seats’ counts add up to the total', () => {
    const sumOf = (lines: readonly { readonly live: string }[]) =>
      lines.reduce((sum, { live }) => sum + Number(live), 0)
    expect(sumOf(summary.meetings)).toBe(numberOf(summary.counts.total.live))
    expect(numberOf(summary.counts.total.live) - sumOf(summary.seats)).toBe(2)
  })

  it('enters every printed number with value, n, method, waves, version and time [PAP-3]', () => {
    const [scale] = summary.scales
    const printed = [
      scale?.n,
      scale?.before,
      scale?.after,
      scale?.change,
      scale?.size,
      scale?.improved,
    ]
    const shown = summary.numbers.map((trace) => trace.shown)
    for (const value of printed) expect(shown).toContain(value)
    expect(scale?.ref).toMatch(/^N\d+–N\d+$/)
    const change = summary.numbers.find(({ what }) => what === '信任（儿童填答）：平均变化')
    expect(change).toMatchObject({
      value: 2,
      n: 5,
      instrument: 'talk-child 1 / trust',
      wave: 'before → after',
      computedAt: '2026-05-20T08:00:00Z',
    })
    expect(change?.waveIds).toHaveLength(2)
  })

  it('numbers the traces without a gap', () => {
    expect(summary.numbers.map(({ id }) => id)).toEqual(
      summary.numbers.map((_, index) => `N${index + 1}`),
    )
  })

  it('gives the same digest for the same data, and another one when a score moves', () => {
    const later = summaryInput('en', { computedAt: '2027-01-01T00:00:00Z' })
    const english = buildEvaluationSummary(later)
    expect(english.numbers.map(({ value }) => value)).toEqual(
      summary.numbers.map(({ value }) => value),
    )
    expect(
      buildEvaluationSummary({ ...summaryInput('zh-CN'), computedAt: later.computedAt }).digest,
    ).toBe(summary.digest)
    const { records } = summaryInput('zh-CN')
    const sheets = records.sheets.map((sheet) =>
      sheet.id === 'after child 1' ? { ...sheet, answers: { q1: 5, q2: 5 } } : sheet,
    )
    const moved = buildEvaluationSummary(summaryInput('zh-CN', { records: { ...records, sheets } }))
    expect(moved.digest).not.toBe(summary.digest)
  })

  it('names the missing by code and says what it cannot say [PAP-5] [PAP-6]', () => {
    expect(summary.missing[0]).toEqual({
      code: 'Z-03',
      scale: '信任（儿童填答）、信任（家长填答）',
      moment: '后测',
      why: '没有答卷',
    })
    expect(summary.limits.join()).toContain('没有对照组')
    expect(summary.limits.join()).toContain('自编的项目问卷')
  })

  it('says how many families are only stored and in none of its figures, by number alone [RIG-14]', () => {
    const { group } = summaryInput('zh-CN')
    const about = (language: 'zh-CN' | 'en', frozenFamilies: number) =>
      buildEvaluationSummary(summaryInput(language, { group: { ...group, frozenFamilies } })).limits
    expect(summary.limits.join()).not.toContain('冻结')
    const added = (language: 'zh-CN' | 'en', count: number) => {
      const without = new Set(about(language, 0))
      return about(language, count).filter((line) => !without.has(line))
    }
    expect(added('zh-CN', 2)).toEqual([
      '有 2 户的档案已冻结（只存不用）或已到期删除，本报告的数字都不含他们。',
    ])
    expect(added('en', 1)).toEqual([
      '1 family is only stored by now, or erased: no figure in this document counts it.',
    ])
  })

  it('holds no name of a child or parent', () => {
    expect(/(Child|Parent) \d/.test(JSON.stringify(summary))).toBe(false)
  })

  it('says how many lines are missing, how many aspects were looked at, and what rests on fewer than five [PAP-6]', () => {
    const limits = summary.limits.join('\n')
    expect(limits).toContain('一共看了 2 个方面，逐一说明的只是')
    const { records } = summaryInput('zh-CN')
    const gone = [1, 2, 3, 4].map((n) => ids.family(n))
    const sheets = records.sheets.filter(
      ({ waveId, familyId }) => waveId !== records.waves.after.id || !gone.includes(familyId),
    )
    const few = buildEvaluationSummary(summaryInput('zh-CN', { records: { ...records, sheets } }))
    expect(few.limits.join()).toMatch(/应有 \d+ 份，前后都有得分的只有 2 份/)
    expect(few.overview.map(({ interval }) => interval).join()).toContain('（不足 5 份，仅供参考）')
  })

  it('says how many children came in all and how many were there at the end', () => {
    const { records } = summaryInput('zh-CN')
    const first = records.seats.findIndex(({ strand }) => strand === 'child')
    const seats = records.seats.map((one, index) =>
      index === first ? { ...one, leftOn: '2026-03-20' } : one,
    )
    const all = numberOf(summary.counts.children)
    const left = buildEvaluationSummary(summaryInput('zh-CN', { records: { ...records, seats } }))
    expect(left.counts.children).toBe(`先后 ${all} 人，结束时 ${all - 1} 人`)
  })

  it('says that lines of one family are not independent [PAP-6]', () => {
    const { records } = summaryInput('zh-CN')
    const second = records.families[1]?.id
    const oneOf = <Row extends { readonly familyId: string }>(rows: readonly Row[]) =>
      rows.map((row) => (row.familyId === second ? { ...row, familyId: ids.family(1) } : row))
    const joined = {
      ...records,
      sheets: oneOf(records.sheets),
      people: oneOf(records.people),
      pairs: oneOf(records.pairs),
      seats: oneOf(records.seats),
    }
    const siblings = buildEvaluationSummary(summaryInput('zh-CN', { records: joined }))
    expect(siblings.limits.join()).toMatch(/份来自 \d 个家庭/)
    expect(summary.limits.join()).not.toContain('有的家庭有几份')
  })

  it('writes the family’s code for names and pet names in whatever people wrote [PAP-5]', () => {
    const given = summaryInput('zh-CN', {
      texts: { ...noTexts, memberChange: '磊磊和王磊都来了。' },
    })
    const [first, ...others] = given.records.people
    const people = [...(first === undefined ? [] : [{ ...first, name: '王磊' }]), ...others]
    const named = { ...given, records: { ...given.records, people } }
    expect(buildEvaluationSummary(named).texts.memberChange).toBe('Z-01和Z-01都来了。')
    expect(listHiddenInSummary(named)).toEqual([
      { hidden: '磊磊', shown: 'Z-01' },
      { hidden: '王磊', shown: 'Z-01' },
    ])
  })

  it('gives pages to the scales that were chosen, and every family’s scores of the rest one row', () => {
    const input = summaryInput('zh-CN', { scaleIds: ['talk-parent.trust'] })
    const chosen = buildEvaluationSummary(input)
    expect(chosen.scales.map(({ id }) => id)).toEqual(['talk-parent.trust'])
    expect(chosen.overview.map(({ id }) => id)).toEqual(['talk-child.trust', 'talk-parent.trust'])
    const [other] = chosen.others
    expect(other?.scores).toMatch(/^Z-01 \d\.\d+→\d\.\d+ \([+−]?\d\.\d+\)、Z-02 /)
    expect(other?.ref).toMatch(/^N\d+–N\d+$/)
    expect(chosen.detailNote).toContain('另外 1 项')
  })

  it('has the children’s aspects before the adults’, whichever questionnaire comes first', () => {
    const { records } = summaryInput('zh-CN')
    const instruments = records.instruments.toReversed()
    const turned = buildEvaluationSummary(
      summaryInput('zh-CN', { records: { ...records, instruments } }),
    )
    expect(turned.overview.map(({ id }) => id)).toEqual(['talk-child.trust', 'talk-parent.trust'])
  })

  it('chooses totals and what changed when nobody chooses, and says so [PAP-14]', () => {
    expect(summary.scales.map(({ id }) => id)).toEqual(['talk-child.trust'])
    expect(summary.detailNote).toContain('变化区间不含 0')
  })

  it('has an id for each number of a family’s line, and none for what is missing [PAP-3]', () => {
    const lines = summary.scales[0]?.lines ?? []
    for (const { code, before, after, change, ref } of lines) {
      const [from = '', to = from] = ref.split('–')
      const at = (id: string): number => summary.numbers.findIndex((trace) => trace.id === id)
      const shown = summary.numbers.slice(at(from), at(to) + 1)
      const printed = [before, after, change].filter((one) => one !== '–')
      expect(shown.map((trace) => trace.shown)).toEqual(expect.arrayContaining(printed))
      expect(shown.every(({ what }) => what.includes(code))).toBe(true)
    }
    expect(lines.find(({ code }) => code === 'Z-03')).toMatchObject({ after: '–', change: '–' })
  })

  it('counts what members answered about the group: sides apart, options with shares', () => {
    expect(summary.satisfaction?.sentence).toContain('收到 3 份')
    expect(summary.satisfaction?.sentence).toContain('儿童 2 人，平均 4.07')
    const [overall] = summary.satisfaction?.items ?? []
    expect(overall).toMatchObject({
      n: '3',
      mean: '4.00',
      shares: '很满意 1 (33%)、满意 1 (33%)、一般 1 (33%)',
    })
    expect(JSON.stringify(summary.satisfaction)).not.toContain('画画')
    const { satisfaction: _asked, ...unasked } = summaryInput('en')
    expect(buildEvaluationSummary(unasked).satisfaction).toBeNull()
  })

  it('is made for a group that nobody has measured yet', () => {
    const { records } = summaryInput('en')
    const bare = { ...records, sheets: [], attendance: [], meetings: [], seats: [] }
    const empty = buildEvaluationSummary(summaryInput('en', { records: bare }))
    expect(empty.scales[0]).toMatchObject({ n: '0', change: '–' })
    expect(empty.gaps).toEqual([])
  })

  it.each([
    'zh-CN',
    'en',
  ] as const)('leaves no key and no placeholder unfilled in %s', (language) => {
    const text = JSON.stringify(buildEvaluationSummary(summaryInput(language)))
    expect(text.match(/paperwork:|evaluation:|\{\{|undefined|NaN/)).toBeNull()
  })
})

describe('fields', () => {
  const values = fillFields(
    buildEvaluationSummary(summaryInput('zh-CN', { scaleIds: ['talk-parent.trust'] })),
    ['captionLines', 'captionGap'],
  )

  it('has a value for every declared field, under both names', () => {
    const first = (list: string | null, from: FieldValues = values): FieldValues => {
      if (list === null) return from
      const outer = summaryFields.find(({ id }) => id === list)?.within ?? null
      const inner = first(outer)[list]
      const [row] = Array.isArray(inner) ? inner : []
      return row ?? {}
    }
    for (const { id, zh, within } of summaryFields) {
      expect(first(within)[id], id).toBeDefined()
      expect(first(within)[zh], zh).toEqual(first(within)[id])
    }
  })

  it('declares every field that it fills', () => {
    const known = new Set(summaryFields.flatMap(({ id, zh }) => [id, zh]))
    const walk = (one: FieldValues): void => {
      for (const [name, value] of Object.entries(one)) {
        expect(known.has(name), name).toBe(true)
        if (Array.isArray(value)) value.forEach(walk)
      }
    }
    walk(values)
  })

  it('uses no name twice, in either language', () => {
    const names = summaryFields.map(({ id, within }) => `${within} ${id}`)
    expect(new Set(names).size).toBe(names.length)
    const chinese = summaryFields.map(({ zh, within }) => `${within} ${zh}`)
    expect(new Set(chinese).size).toBe(chinese.length)
  })

  it('says that nothing was written instead of leaving a head silently empty', () => {
    for (const head of writtenHeads) expect(values[head]).toBe('（未填写）')
    const texts = { ...noTexts, goalAttainment: '  达成  ' }
    expect(fillFields({ ...summary, texts }, [])['目标达成评估']).toBe('达成')
  })

  it('numbers the figures that the template prints, through the whole document', () => {
    const captions = JSON.stringify(values).match(/图 \d+ {2}/g)
    expect([...new Set(captions)]).toEqual(['图 1  ', '图 2  '])
  })
})

describe('names in a template', () => {
  it('are found inside their list only, in both languages', () => {
    expect(findField(summaryFields, '小组名称', [])?.id).toBe('groupTitle')
    expect(findField(summaryFields, ' groupTitle ', ['scales'])?.id).toBe('groupTitle')
    expect(findField(summaryFields, '编号', [])).toBeNull()
    expect(findField(summaryFields, '编号', ['scales', 'lines'])?.id).toBe('lineCode')
    expect(findField(summaryFields, '__proto__', [])).toBeNull()
  })

  it('are answered with the nearest right name', () => {
    expect(nearestField(summaryFields, '小组名', [])).toBe('小组名称')
    expect(nearestField(summaryFields, 'grouptitel', [])).toBe('groupTitle')
    expect(nearestField(summaryFields, '完全不相干的东西', [])).toBeNull()
  })
})
