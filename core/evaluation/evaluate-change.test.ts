import { describe, expect, it } from 'vitest'
import { groupWorld, ids, sheetOf } from './cases/group-world.ts'
import { defaultOptions, evaluateChange, type ScaleChange } from './evaluate-change.ts'
import { warnAboutChange } from './warn-about-change.ts'

function childScale(world = groupWorld(), options = defaultOptions): ScaleChange {
  const found = evaluateChange(world, options).scales.find(({ id }) => id === 'talk-child.trust')
  if (found === undefined) throw new Error('no scale')
  return found
}

const published = [{ kind: 'retest', value: 0.8, sd: 2, source: 'A manual' }]

describe('lines', () => {
  it('shows every expected family with both scores, named by code [EVA-1] [EVA-3]', () => {
    const { lines } = childScale()
    expect(lines.map(({ label, change }) => [label, change])).toEqual([
      ['Z-01', 3],
      ['Z-02', 3],
      ['Z-03', null],
      ['Z-04', 0],
      ['Z-05', 1],
      ['Z-06', 3],
    ])
    expect(lines[0]?.before).toMatchObject({
      ok: true,
      at: { value: 5, sheetId: 'before child 1' },
    })
  })

  it('keeps the order of codes whatever the results are', () => {
    const world = groupWorld()
    const turned = {
      ...world,
      seats: [...world.seats].reverse(),
      sheets: [...world.sheets].reverse(),
    }
    expect(childScale(turned).lines.map(({ label }) => label)).toEqual(
      childScale(world).lines.map(({ label }) => label),
    )
  })

  it('reads the direction of the scale: the same rise is better or worse', () => {
    expect(childScale().lines.map(({ reading }) => reading)).toEqual([
      'better',
      'better',
      null,
      'same',
      'better',
      'better',
    ])
  })

  it('gives brothers and sisters lines with a letter, never one line for two children', () => {
    const world = groupWorld()
    const families = world.families.map((one) => ({
      ...one,
      code: one.code === 'Z-02' ? 'Z-01' : one.code,
    }))
    expect(
      childScale({ ...world, families })
        .lines.map(({ label }) => label)
        .slice(0, 3),
    ).toEqual(['Z-01 a', 'Z-01 b', 'Z-03'])
  })

  it('does not count drafts and sheets set aside, and says which it was [EVA-3]', () => {
    const world = groupWorld({
      sheets: (sheets) =>
        sheets.map((sheet) => {
          if (sheet.id === 'after child 1') return { ...sheet, state: 'draft' as const }
          return sheet.id === 'after child 2' ? { ...sheet, state: 'setAside' as const } : sheet
        }),
    })
    const { lines, numbers } = childScale(world)
    expect(lines[0]?.after).toMatchObject({ ok: false, why: 'notSubmitted' })
    expect(lines[1]?.after).toMatchObject({ ok: false, why: 'setAside' })
    expect(numbers.n).toBe(3)
  })
})

describe('completeness', () => {
  it('counts the expected and names who is missing at which wave [EVA-4]', () => {
    const { completeness } = childScale()
    expect(completeness).toMatchObject({ expected: 6, before: 6, after: 5, both: 5 })
    expect(completeness.missing).toEqual([
      {
        key: `child ${ids.pairOf(3)}`,
        label: 'Z-03',
        moment: 'after',
        why: 'noSheet',
      },
    ])
  })

  it('sets the start of the lost beside the start of the kept', () => {
    const { lost, kept } = childScale().completeness
    expect(lost).toMatchObject({ n: 1, mean: 6 })
    expect(kept).toMatchObject({ n: 5, mean: 5 })
  })

  it('names expected people who never answered at all', () => {
    const world = groupWorld({ sheets: (all) => all.filter(({ id }) => !id.endsWith('child 3')) })
    expect(childScale(world).completeness.missing.map(({ moment }) => moment)).toEqual([
      'before',
      'after',
    ])
  })
})

describe('reliable change', () => {
  it('uses published reliability and spread [EVA-6]', () => {
    const { reliable, lines } = childScale(groupWorld({ reliability: published }))
    // 1.96 × 2 × sqrt(1 − 0.8) × sqrt 2
    expect(reliable?.needed).toBeCloseTo(2.4792, 3)
    expect(lines.map(({ reliable: one }) => one?.size ?? null)).toEqual([
      'up',
      'up',
      null,
      'within',
      'within',
      'up',
    ])
    expect(reliable).toMatchObject({ up: 3, down: 0, within: 2 })
  })

  it('warns when the spread is the group’s own', () => {
    const reliability = [{ kind: 'alpha', value: 0.8, sd: null, source: 'A manual' }]
    const scale = childScale(groupWorld({ reliability }))
    expect(scale.reliable?.source.from).toBe('ownSd')
    expect(scale.warnings.map(({ id }) => id)).toContain('ownSd')
  })

  it('judges nobody without a published reliability unless the group’s own is asked for', () => {
    expect(childScale().reliable).toBeNull()
    expect(childScale().warnings.map(({ id }) => id)).toContain('noReliability')
    const own = childScale(groupWorld(), { ...defaultOptions, ownReliability: true })
    expect(own.reliable?.source.from).toBe('own')
    expect(own.warnings.map(({ id }) => id)).toContain('ownReliability')
  })
})

describe('numbers', () => {
  it('gives the mean change with its interval, the median and the share improved [EVA-5]', () => {
    const { numbers } = childScale()
    expect(numbers).toMatchObject({ n: 5, mean: 2, median: 3 })
    // mean 2, SD sqrt 2, t(.975, 4) = 2.776445
    expect(numbers.interval?.low).toBeCloseTo(2 - (2.776445 * Math.SQRT2) / Math.sqrt(5), 5)
    expect(numbers.improved).toMatchObject({ improved: 4, same: 1, worse: 0 })
    expect(numbers.effect?.gAv).toBeCloseTo(
      (numbers.effect?.dAv ?? 0) * (numbers.effect?.hedgesFactor ?? 0),
      12,
    )
    expect(numbers.effect?.gInterval?.method).toBe('noncentral-t-rescaled')
  })

  it('tests only when it is asked to, by name, with the smallest p it could give [EVA-7]', () => {
    expect(childScale().numbers.test).toBeNull()
    const test = { kind: 'wilcoxon', zeros: 'drop' } as const
    const tested = childScale(groupWorld(), { ...defaultOptions, test })
    expect(tested.numbers.test?.method?.id).toBe('wilcoxon-exact-drop')
    expect(tested.numbers.test?.smallestP).toBe(0.125)
    expect(tested.warnings.map(({ id }) => id)).toContain('floorOfP')
  })

  it('gives no interval when everybody changed alike, and says so', () => {
    const world = groupWorld({
      sheets: () =>
        [1, 2].flatMap((n) => [
          sheetOf(n, 'before', 'child', [1, 2]),
          sheetOf(n, 'after', 'child', [2, 2]),
        ]),
    })
    const { numbers, warnings } = childScale(world)
    expect(numbers).toMatchObject({ n: 2, mean: 1, interval: null, noInterval: 'ZeroVariance' })
    expect(warnings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['noInterval', 'verySmallGroup', 'noComparison']),
    )
  })

  it('says that lines of one family go together', () => {
    const scale = childScale(groupWorld())
    const [first] = scale.lines
    if (first === undefined) throw new Error('no line')
    const judged = { ...scale, reliable: null, validation: null }
    const idsOf = (lines: typeof scale.lines) =>
      warnAboutChange({ ...judged, lines }).map(({ id }) => id)
    expect(idsOf(scale.lines)).not.toContain('sameFamily')
    const together = scale.lines.map((line, at) =>
      at === 1 ? { ...line, familyId: first.familyId } : line,
    )
    expect(idsOf(together)).toContain('sameFamily')
  })

  it('has numbers for a group in which nobody answered twice', () => {
    const { numbers } = childScale(groupWorld({ sheets: () => [] }))
    expect(numbers).toMatchObject({ n: 0, mean: null, before: null, improved: null })
  })
})

describe('warnings', () => {
  it('says when most began at the best end [EVA-10]', () => {
    const world = groupWorld({
      sheets: (sheets) =>
        sheets.map((sheet) =>
          sheet.waveId === ids.before ? { ...sheet, answers: { q1: 5, q2: 5 } } : sheet,
        ),
    })
    expect(childScale(world).warnings).toContainEqual({
      id: 'ceiling',
      details: { count: 6, n: 6 },
    })
  })

  it('says when another person or another way of answering stands at the second wave', () => {
    const world = groupWorld({
      sheets: (sheets) =>
        sheets.map((sheet) =>
          sheet.id === 'after parent 1'
            ? { ...sheet, respondentId: ids.parentOf(9), mode: 'paper' as const }
            : sheet,
        ),
    })
    const scale = evaluateChange(world).scales.find(({ id }) => id === 'talk-parent.trust')
    expect(scale?.lines).toHaveLength(6)
    expect(scale?.warnings).toEqual(
      expect.arrayContaining([
        { id: 'differentRespondents', details: { count: 1 } },
        { id: 'differentModes', details: { count: 1 } },
      ]),
    )
  })

  it('never compares two versions of a questionnaire', () => {
    const world = groupWorld()
    const [first] = world.instruments
    if (first === undefined) throw new Error('no instrument')
    const newer = { ...first, version: '2', id: 'newer' }
    const after = { ...world.waves.after, instrumentIds: ['newer', ids.parent] }
    const found = evaluateChange({
      ...world,
      instruments: [...world.instruments, newer],
      waves: { ...world.waves, after },
    })
    expect(found.warnings).toContainEqual({
      id: 'otherVersion',
      details: { code: 'talk-child', before: '1', after: '2' },
    })
  })
})

describe('what stands beside', () => {
  it('puts the attendance of child and adult beside the line; later viewing is not live [EVA-9]', () => {
    const attended = childScale().lines.map(({ attendance }) => attendance)
    expect(attended[0]).toMatchObject({ expected: 4, unmarked: 0, liveShare: 0.75 })
    expect(attended[0]?.byMode).toMatchObject({ inPerson: 2, liveRemote: 1, watchedLater: 1 })
    expect(attended[2]).toMatchObject({ expected: 4, unmarked: 1 })
    expect(attended[5]).toMatchObject({ expected: 2 })
  })

  it('sets child’s and adult’s answers to the same question side by side [EVA-8]', () => {
    const [mirror] = evaluateChange(groupWorld()).mirrors
    expect(mirror?.questions).toBe(2)
    expect(mirror?.lines[0]?.before).toMatchObject({ childMean: 2.5, adultMean: 3.5, gap: 1 })
    expect(mirror?.lines[0]?.after).toMatchObject({ gap: 0 })
    expect(mirror?.lines[2]).toMatchObject({ label: 'Z-03', change: null })
    expect(mirror?.numbers).toMatchObject({ n: 5, mean: -1 })
  })

  it('leaves out mirrored questions whose answers have other limits', () => {
    const [mirror] = evaluateChange(groupWorld({ parentLimits: { min: 1, max: 6 } })).mirrors
    expect(mirror).toMatchObject({ questions: 0, leftOut: ['q1', 'q2'] })
  })
})
