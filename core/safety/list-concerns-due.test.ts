import { describe, expect, it } from 'vitest'
import { deriveId } from '../kit/ids.ts'
import { authorities, concernReport, takesReports } from './concern-report.ts'
import { type Concern, concernShape } from './concern-shape.ts'
import { listConcernsDue } from './list-concerns-due.ts'

const noticedAt = '2026-03-02T01:00:00.000Z'

describe('which concern stands first', () => {
  const first = deriveId('concern', '1')
  const seen = { seenAt: noticedAt, sort: 'suspectedHarm' } as const
  const due = (
    concerns: readonly (Partial<Concern> & { readonly id: string })[],
    to?: 'hospital',
  ) =>
    listConcernsDue({
      concerns: concerns.map(({ id, ...fields }) => ({
        ...concernShape.parse({ noticedAt, ...fields }),
        id,
      })),
      reports:
        to === undefined
          ? []
          : [concernReport.read({ concernId: first, to, reportedAt: noticedAt })],
      ...{ now: '2026-03-02T02:00:00.000Z', today: '2026-03-02', answersFor: true },
      hours: { unseen: 4, manager: 24 },
    })

  it('is the one that nobody has seen, a life in danger before the others, however fresh it is [SAF-13]', () => {
    const later = '2026-03-02T01:50:00.000Z'
    const lines = due([
      { id: 'late', ...seen, nextCheckOn: '2026-02-27' },
      { id: 'unseen', sort: 'neglect' },
      { id: 'grave', sort: 'selfHarm', noticedAt: later },
      { id: 'told', sort: 'other', presentDanger: 'yes', seenAt: later, noticedAt: later },
    ])
    expect([...new Set(lines.map(({ concernId }) => concernId))]).toEqual([
      ...['grave', 'unseen', 'told', 'late'],
    ])
    expect(
      lines.filter(({ unseen }) => unseen).map(({ concernId, step }) => [concernId, step]),
    ).toEqual([
      ['grave', 'report'],
      ['grave', 'look'],
      ['unseen', 'report'],
      ['unseen', 'look'],
    ])
  })

  it('still has to be reported when only those were told who help and take no reports [SAF-16]', () => {
    const told = [{ id: first, ...seen, state: 'reported' as const, reportedAt: noticedAt }]
    expect(due(told).map(({ step }) => step)).toEqual([])
    expect(due(told, 'hospital').map(({ step }) => step)).toEqual(['report'])
    expect(authorities.filter((one) => !takesReports(one))).toEqual([
      ...['villageCommittee', 'womensFederation', 'hospital'],
    ])
  })
})
