import { describe, expect, it } from 'vitest'
import { codedSpan } from '../../core/inquiry/coding/coded-span.ts'
import { codebookCode } from '../../core/inquiry/coding/codebook-code.ts'
import { agreeOnCoding } from '../../core/inquiry/coding/measure-agreement.ts'
import { placeSpans } from '../../core/inquiry/coding/place-spans.ts'
import { readLine } from '../../core/inquiry/interview/read-line.ts'
import { layOutLines, textBetween } from '../../core/inquiry/interview/text-lines.ts'
import { transcript } from '../../core/inquiry/interview/transcript.ts'
import { layGround, type SampleDraft } from './sample-ground.ts'
import { readSample } from './sample-parse.ts'
import { draftTalks } from './sample-talks.ts'

const [agencyId, workerId] = [
  '0198a000-0000-7000-8000-000000000001',
  '0198a000-0000-7000-8000-000000000002',
]

function drafted(language: 'zh-CN' | 'en') {
  const sample = readSample(language)
  const ground = layGround(sample, agencyId, workerId, '2026-06-01')
  const drafts = draftTalks(sample.talks, language, ground)
  const of = (kind: SampleDraft['kind']) =>
    drafts.filter((one) => one.kind === kind && one.verb === 'create')
  const [text] = of(transcript)
  const lines = layOutLines(transcript.read(text?.fields ?? {}).lines)
  const spans = of(codedSpan).map(({ recordId, fields }) => ({
    ...codedSpan.read(fields ?? {}),
    id: recordId,
  }))
  return { ground, lines, spans, codes: new Set(of(codebookCode).map(({ recordId }) => recordId)) }
}

describe.each([
  'zh-CN',
  'en',
] as const)('the coded talk of the sample village in %s', (language) => {
  const { ground, lines, spans, codes } = drafted(language)

  it('has two speakers with time marks, and marks that stand on their words', () => {
    const read = lines.map(({ text }) => readLine(text))
    expect(new Set(read.map(({ speaker }) => speaker)).size).toBe(2)
    expect(read.every(({ seconds }) => seconds !== null)).toBe(true)
    const { placed } = placeSpans(lines, spans)
    expect(placed).toHaveLength(spans.length)
    for (const { span, from, to } of placed) {
      expect(textBetween(lines, from, to)).toBe(span.quote)
      expect(codes.has(span.codeId ?? '')).toBe(true)
    }
  })

  it('was coded by two who agree in most and differ in some', () => {
    const by = (coderId: string) => {
      const own = spans.filter((one) => one.coderId === coderId)
      return placeSpans(lines, own).placed
    }
    const { all, codes: each } = agreeOnCoding(
      lines,
      by(ground.staff.worker),
      by(ground.staff.supervisor),
    )
    expect(all.ok && all.value.kappa > 0.6 && all.value.kappa < 1).toBe(true)
    expect(each.length).toBeGreaterThan(6)
  })
})
