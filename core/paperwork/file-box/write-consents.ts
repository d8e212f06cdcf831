import { consentState, consentStates } from '../../families/consent-state.ts'
import { consentPurposes, type Consent } from '../../families/consent.ts'
import type { Known } from '../../evaluation/evaluation-records.ts'
import type { Block, BoxPart } from './file-box.ts'
import { hideSmallCells } from '../../evaluation/survey/hide-small-cells.ts'
import { columnsOf, paragraphs, tableBlock, wordFile, type Writing } from './writing.ts'
import { writeCells } from './write-members.ts'

/** Part 03: the ledger of consents of every child whom the group concerns (F6). The papers stay in the agency. */
export function writeConsents(writing: Writing): BoxPart {
  const { say, isOutside, people, input } = writing
  const childIds = childrenOf(writing)
  const own = input.consents.filter(({ subjectId }) => childIds.includes(subjectId))
  const title = say('part.consents.title')
  const open = childIds.filter(
    (id) => consentState(own, id, 'group', input.madeOn).state !== 'given',
  )
  return {
    no: '03',
    title,
    form: say('part.consents.form'),
    count: isOutside
      ? say('count.totals')
      : say('count.consents', { count: own.length, children: childIds.length }),
    files: [
      wordFile(`03-${say('part.consents.file')}`, {
        title,
        wide: !isOutside,
        blocks: [
          ...paragraphs(say('consents.hint')),
          ...(isOutside ? countConsents(writing, childIds, own) : listConsents(writing, own)),
        ],
      }),
    ],
    leftOut: [
      say('leftOut.consentPapers'),
      ...(isOutside
        ? [say('leftOut.personLines')]
        : open.map((id) =>
            say('leftOut.noGroupConsent', {
              label: people.labelOf(id),
              state: writing.translate(
                `families:consent.state.${consentState(own, id, 'group', input.madeOn).state}`,
              ),
            }),
          )),
    ],
  }
}

/** Children who sit in the group and those for whom an adult sits there, in the order of their codes. */
function childrenOf({ input, people }: Writing): readonly string[] {
  const ids = input.seats.flatMap((seat) => {
    if (seat.strand === 'child') return [seat.personId]
    const own = input.pairs.find(({ id }) => id === seat.pairId)
    return [...(own === undefined ? [] : [own.childId]), ...seat.siblingIds]
  })
  return [...new Set(ids)].sort((left, right) =>
    people.codeOf(left) < people.codeOf(right) ? -1 : 1,
  )
}

function listConsents(writing: Writing, own: readonly Known<Consent>[]): readonly Block[] {
  const { say, people } = writing
  const columns = columnsOf({ say }, [
    ['child', 17],
    ['consentPurpose', 11],
    ['version', 9],
    ['decision', 9],
    ['givenBy', 12],
    ['proof', 15],
    ['day', 12],
    ['assent', 15],
    ['withdrawn', 12],
  ])
  const order: readonly string[] = consentPurposes
  const keyOf = ({ subjectId, purpose, decidedOn }: Consent): string =>
    `${people.codeOf(subjectId)} ${order.indexOf(purpose)} ${decidedOn}`
  const rows = own
    .toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
    .map((consent) => writeConsent(writing, consent))
  return rows.length === 0 ? paragraphs(say('nothing')) : tableBlock(columns, rows)
}

function writeConsent(writing: Writing, consent: Known<Consent>): readonly string[] {
  const { translate, people } = writing
  const { assent } = consent
  return [
    people.labelOf(consent.subjectId),
    translate(`families:purpose.${consent.purpose}.short`),
    consent.textVersion,
    translate(`families:consent.state.${consent.decision}`),
    nameGiver(writing, consent),
    translate(`families:proof.${consent.proof}`),
    consent.decidedOn,
    [translate(`families:assent.was.${assent.answer}`), assent.on ?? ''].join('\n').trim(),
    writeWithdrawal(writing, consent),
  ]
}

/** The day and the way; what was said stays in the file, for in the ledger nobody has a name. */
function writeWithdrawal({ translate }: Writing, { withdrawnOn, withdrawnWay }: Consent): string {
  if (withdrawnOn === null) return ''
  const way = withdrawnWay === null ? '' : translate(`families:consent.way.${withdrawnWay}`)
  return [withdrawnOn, way].join('\n').trim()
}

/** By what they are to the child, never by name. */
function nameGiver({ input, say, translate }: Writing, consent: Consent): string {
  if (consent.givenById === consent.subjectId) return say('consents.self')
  const bond = input.pairs.find(
    ({ childId, adultId }) => childId === consent.subjectId && adultId === consent.givenById,
  )
  if (bond !== undefined) return translate(`families:relation.${bond.relation}`)
  const role = input.people.find(({ id }) => id === consent.givenById)?.role ?? 'other'
  return translate(`families:role.${role}`)
}

function countConsents(
  { input, say, translate }: Writing,
  childIds: readonly string[],
  own: readonly Known<Consent>[],
): readonly Block[] {
  const states = consentStates
  const counts = consentPurposes.map((purpose) => {
    const found = childIds.map((id) => consentState(own, id, purpose, input.madeOn).state)
    return [childIds.length, ...states.map((state) => found.filter((one) => one === state).length)]
  })
  const shown = hideSmallCells(counts)
  const columns = [
    ...columnsOf({ say }, [
      ['consentPurpose', 24],
      ['children', 16],
    ]),
    ...states.map((state) => ({ label: translate(`families:consent.state.${state}`), share: 12 })),
  ]
  const rows = consentPurposes.map((purpose, row) => [
    translate(`families:purpose.${purpose}.short`),
    ...writeCells(shown[row] ?? [], say('hidden')),
  ])
  return tableBlock(columns, rows)
}
