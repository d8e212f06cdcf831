import { Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { interviewGuide } from '../../../core/inquiry/interview/interview-guide.ts'
import {
  currentLanguage,
  DoingNote,
  EmptyState,
  Icon,
  Page,
  text,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay } from '../../sync/index.ts'
import { type KnownGuide, useGuide } from './use-guides.ts'
import styles from './interview.module.css'

const back = { to: '/inquiry/interviews' } as const

/** A guide to read and to print, with room to write by hand. */
export function GuidePage() {
  const { role: asked } = useParams()
  const known = useGuide(asked)
  const language = currentLanguage()
  const link = { ...back, label: text('interview:list.title') }
  if (known === null)
    return (
      <Page title={text('interview:guide.missing')} back={link}>
        <EmptyState title={text('interview:guide.missing')} />
      </Page>
    )
  const { guide } = known
  return (
    <Page
      title={guide.title[language]}
      back={link}
      actions={
        <>
          <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {text('kit:print')}
          </Button>
          <OwnActions known={known} />
        </>
      }
    >
      <article className={styles.sheet}>
        <p className={styles.head}>
          {text('interview:guide.head', { minutes: guide.minutes, version: guide.version })}
        </p>
        <h2>{text('interview:talk.opening')}</h2>
        <p>{guide.opening[language]}</p>
        <div className={styles.two}>
          <section>
            <h2>{text('interview:guide.does')}</h2>
            <List lines={guide.does[language]} />
          </section>
          <section>
            <h2>{text('interview:guide.donts')}</h2>
            <List lines={guide.donts[language]} />
          </section>
        </div>
        <section className={styles.boxed}>
          <h2>{text('interview:guide.harm')}</h2>
          <List lines={guide.harm[language]} />
        </section>
        {guide.parts.map((part) => (
          <section key={part.id} className={styles.part}>
            <h2>{part.title[language]}</h2>
            <p className={styles.serves}>{part.serves[language]}</p>
            {part.questions.map(({ id, ask, probes }) => (
              <div key={id} className={styles.printed}>
                <p className={styles.ask}>☐ {ask[language]}</p>
                {probes !== undefined && <List lines={probes[language]} />}
                <div className={styles.rule} />
                <div className={styles.rule} />
              </div>
            ))}
          </section>
        ))}
        <h2>{text('interview:talk.closing')}</h2>
        <p>{guide.closing[language]}</p>
      </article>
    </Page>
  )
}

/** The way to an own guide, for whoever writes the agency's shelf. */
function OwnActions({ known: { guide, record } }: { readonly known: KnownGuide }) {
  const may = useMay('interviewGuide', 'create', 'agency')
  const act = useAct()
  const doing = useDoing()
  if (!may) return null
  const verb = record?.state === 'retired' ? 'restore' : 'retire'
  const turn = () =>
    void doing.run(() =>
      act({ kind: interviewGuide, recordId: guide.code, verb, input: {}, fields: {} }),
    )
  return (
    <>
      <Button component={Link} to={`/inquiry/guides/${guide.code}/change`} variant="default">
        {text(record === null ? 'interview:guide.copy' : 'interview:guide.change')}
      </Button>
      {record !== null && (
        <Button variant="subtle" loading={doing.busy} onClick={turn}>
          {text(`interview:guide.${verb}`)}
        </Button>
      )}
      <DoingNote doing={doing} />
    </>
  )
}

function List({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
