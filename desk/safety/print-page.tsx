import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { Concern } from '../../core/safety/concern-shape.ts'
import { writeMoment } from '../../core/kit/dates.ts'
import { concern } from '../../core/safety/concern.ts'
import { concernReport, type ConcernReport } from '../../core/safety/concern-report.ts'
import { quoteWords } from '../../core/safety/quote-words.ts'
import { EmptyState, formatDay, Icon, Page, text } from '../kit/index.ts'
import { type LocalRecord, useAgency, useReadLog, useRecord, useRecords } from '../sync/index.ts'
import { nameOf } from './concern-list-page.tsx'
import { NineSituations } from './nine-situations.tsx'
import styles from './safety.module.css'
import { WordButton } from './word-button.tsx'
import { wordsOfEarlierEnd } from './words-of-earlier-end.ts'

/** Form-F27 from what this device holds: it prints where there is no network. Who raised it does not stand on it. */
export function PrintPage() {
  const { concernId = '' } = useParams()
  const its = useRecord(concern, concernId)
  const reports = useRecords(concernReport, { concernId })
  useReadLog('concern', its?.id ?? null, 'print')
  const { name } = useAgency()
  const back = { to: `/safety/${concernId}`, label: text('safety:print.back') }
  if (its === null)
    return (
      <Page
        title={text('safety:print.title')}
        back={{ to: '/safety', label: text('safety:list.title') }}
      >
        <EmptyState title={text('safety:missing')} hint={text('safety:missingHint')} />
      </Page>
    )
  return (
    <Page
      title={text('safety:print.title')}
      back={back}
      actions={
        <>
          <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {text('kit:print')}
          </Button>
          <WordButton its={its} />
        </>
      }
    >
      <NineSituations />
      <div className={styles.sheet}>
        <p>{text('safety:print.agency', { name })}</p>
        <Rows rows={factRows(its)} />
        <h2>{text('safety:report.title')}</h2>
        {reports.length === 0 && <Rows rows={reportRows(null)} />}
        {reports
          .toSorted((left, right) => left.reportedAt.localeCompare(right.reportedAt))
          .map((report, index) => (
            <section key={report.id}>
              <h3>{text('safety:report.no', { no: index + 1 })}</h3>
              <Rows rows={reportRows(report)} />
            </section>
          ))}
        <p>{text('safety:print.duty')}</p>
        <h2>{text('safety:care.title')}</h2>
        <Rows rows={careRows(its)} />
        <p>{text('safety:print.sign')}</p>
      </div>
    </Page>
  )
}

type Row = readonly [label: string, value: ReactNode]

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <table className={styles.form}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same hour as on the agency’s own form, wherever this device stands. */
const moment = (at: string | null): string => {
  if (at === null) return ''
  const [day = '', time = ''] = writeMoment(at).split(' ')
  return `${formatDay(day)} ${time}`
}
const field = (name: string): string => text(`safety:fields.${name}`)

function factRows(its: LocalRecord<Concern>): readonly Row[] {
  const exchanges = Object.entries(its.exchanges)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(
      ([, one]) => `${text('safety:exchange.was', { asked: one.asked })}\n${quoteWords(one.words)}`,
    )
  const injuries = Object.values(its.injuries).map(
    (one, index) => `${index + 1} ${text(`safety:body.${one.side}`)} ${one.words}`,
  )
  return [
    [text('safety:print.number'), its.id.slice(-8).toUpperCase()],
    [field('childName'), nameOf(its)],
    [field('noticedAt'), moment(its.noticedAt)],
    [field('place'), its.place],
    [field('observer'), its.observer === null ? '' : text(`safety:observer.${its.observer}`)],
    [field('sort'), its.sort === null ? '' : text(`safety:sort.${its.sort}`)],
    [
      field('presentDanger'),
      its.presentDanger === null ? '' : text(`safety:danger.${its.presentDanger}`),
    ],
    [field('factsSeen'), its.factsSeen],
    [field('childsWords'), quoteWords(its.childsWords)],
    [field('questionAsked'), its.questionAsked],
    [field('exchanges'), exchanges.join('\n')],
    [field('injuries'), injuries.join('\n')],
    [field('atHome'), its.atHome],
    [field('otherChildren'), its.otherChildren],
    [field('actionTaken'), its.actionTaken],
    [field('evidence'), its.evidence],
    [field('additions'), lines(its.additions)],
  ]
}

const reportFields = [
  ...(['to', 'agency', 'person', 'phone', 'reportedAt', 'receiptNo', 'supervisorToldAt'] as const),
  ...(['guardianTold', 'guardianReason', 'followUps', 'answer'] as const),
]

/** Null: nothing was reported yet, and the lines are written on by hand. */
function reportRows(report: ConcernReport | null): readonly Row[] {
  if (report === null) return reportFields.map((name) => [field(name), ''])
  return [
    [field('to'), text(`safety:authority.${report.to}`)],
    [field('agency'), report.agency],
    [field('person'), report.person],
    [field('phone'), report.phone],
    [field('reportedAt'), moment(report.reportedAt)],
    [field('receiptNo'), report.receiptNo],
    [field('supervisorToldAt'), moment(report.supervisorToldAt)],
    [
      field('guardianTold'),
      report.guardianTold === null ? '' : text(`safety:told.${report.guardianTold}`),
    ],
    [field('guardianReason'), report.guardianReason],
    [field('followUps'), lines(report.followUps)],
    [
      field('answer'),
      [formatDay(report.answeredOn, ''), report.answer, report.noAnswer]
        .filter((part) => part !== '')
        .join(' · '),
    ],
  ]
}

function careRows(its: Concern): readonly Row[] {
  return [
    [field('checks'), lines(its.checks)],
    [field('aftercareChild'), its.aftercareChild],
    [field('aftercareWorker'), its.aftercareWorker],
    [
      field('closingReason'),
      its.closedAt === null
        ? wordsOfEarlierEnd(its)
        : [moment(its.closedAt), its.closingReason].filter((part) => part !== '').join(' · '),
    ],
  ]
}

function lines(said: Readonly<Record<string, string>>): string {
  return Object.entries(said)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([at, words]) => `${moment(at)} ${words}`)
    .join('\n')
}
