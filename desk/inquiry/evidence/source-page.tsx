import { Anchor, Button, Text } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { evidenceSource } from '../../../core/inquiry/evidence/evidence-source.ts'
import type { ListedSource } from '../../../core/inquiry/evidence/list-sources.ts'
import { readWords, type Words } from '../../../core/inquiry/words.ts'
import {
  ConfirmButton,
  ConflictMark,
  currentLanguage,
  DoingNote,
  EmptyState,
  Facts,
  formatList,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { titleFor } from '../../kit/sources/evidence-picker.tsx'
import { useSources } from '../../kit/sources/use-sources.ts'
import { useAct, useMay, useRecord } from '../../sync/index.ts'
import { CiteLines } from './cite-lines.tsx'
import { EffectLine } from './effect-line.tsx'
import styles from './evidence.module.css'
import { nameFoundIn } from './name-found-in.ts'
import { peopleOf, SourceBadges } from './source-card.tsx'
import { UsedIn } from './used-in.tsx'

const back = () => ({ to: '/inquiry/evidence', label: text('evidence:title') })

export function SourcePage() {
  const { sourceId = '' } = useParams()
  const source = useSources().find(({ id }) => id === sourceId)
  if (source === undefined)
    return (
      <Page title={text('evidence:missing')} back={back()}>
        <EmptyState title={text('evidence:missing')} />
      </Page>
    )
  return <OneSource source={source} />
}

function OneSource({ source }: { readonly source: ListedSource }) {
  const record = useRecord(evidenceSource, source.id)
  const shown = titleFor(source)
  const other = shown === source.title ? source.titleInOther : source.title
  return (
    <Page
      title={shown}
      back={back()}
      marks={
        record !== null && (
          <>
            <UnsentMark record={record} />
            <ConflictMark kind={evidenceSource} record={record} />
          </>
        )
      }
      actions={source.own && <OwnActions source={source} />}
    >
      {other !== '' && <Text c="gray.7">{other}</Text>}
      <SourceBadges source={source} />
      <Section title={text('evidence:shows')}>
        <Said words={source.shows} />
        {source.effects.length === 0 ? (
          <Text c="gray.7">{text('evidence:noEffects')}</Text>
        ) : (
          source.effects.map((effect) => (
            <EffectLine key={`${effect.what['zh-CN']}${effect.what.en}`} effect={effect} />
          ))
        )}
      </Section>
      <Section title={text('evidence:limits')}>
        <div className={styles.limits}>
          <Said words={source.limits} />
        </div>
      </Section>
      <SourceDetails source={source} />
      <CiteLines source={source} />
      <UsedIn sourceId={source.id} />
      {record !== null && record.notes.trim() !== '' && (
        <Section title={text('evidence:notes')} hint={text('evidence:notesHint')}>
          <p className={styles.said} style={{ whiteSpace: 'pre-line' }}>
            {record.notes}
          </p>
        </Section>
      )}
    </Page>
  )
}

function SourceDetails({ source }: { readonly source: ListedSource }) {
  const language = currentLanguage()
  const targets = source.targets.map((one) => text(`groupwork:target.${one}`))
  const address = source.doi === '' ? source.url : `https://doi.org/${source.doi}`
  const reason = readWords(source.certaintyReason, language)
  return (
    <Section title={text('evidence:about')}>
      <Facts
        rows={[
          { label: text('evidence:designLabel'), value: text(`evidence:design.${source.design}`) },
          {
            label: text('evidence:whom'),
            value: whomOf(source),
          },
          { label: text('evidence:where'), value: readWords(source.place, language) },
          {
            label: text('evidence:sure'),
            value: `${text(`evidence:certainty.${source.certainty}`)}${reason === '' ? '' : ` – ${reason}`}`,
          },
          {
            label: text('evidence:speaksOf'),
            value: targets.length === 0 ? text('evidence:noTargets') : formatList(targets),
          },
          { label: text('evidence:foundIn'), value: nameFoundIn(source) },
        ]}
      />
      {source.onTheory && <Text>{text('evidence:theoryToo')}</Text>}
      {address !== '' && (
        <Anchor
          className={styles.onScreen}
          href={address}
          target="_blank"
          rel="noreferrer"
          c="inherit"
          underline="always"
        >
          {text('evidence:open')}
        </Anchor>
      )}
    </Section>
  )
}

function whomOf(source: ListedSource): string {
  const population = readWords(source.population, currentLanguage())
  const people = peopleOf(source)
  return people === '' || population === ''
    ? `${people}${population}`
    : text('evidence:whomLine', { people, population })
}

function Said({ words }: { readonly words: Words }) {
  return <p className={styles.said}>{readWords(words, currentLanguage())}</p>
}

function OwnActions({ source }: { readonly source: ListedSource }) {
  const may = useMay('evidenceSource', 'edit', 'agency', source.id)
  const act = useAct()
  const doing = useDoing()
  const turn = (verb: 'archive' | 'restore') =>
    void doing.run(() =>
      act({ kind: evidenceSource, recordId: source.id, verb, input: {}, fields: {} }),
    )
  if (!may) return null
  return (
    <>
      <Button component={Link} to={`/inquiry/evidence/${source.id}/change`} variant="default">
        {text('evidence:change')}
      </Button>
      {source.archived ? (
        <Button variant="default" onClick={() => turn('restore')}>
          {text('evidence:restore')}
        </Button>
      ) : (
        <ConfirmButton
          question={text('evidence:archiveAsk')}
          confirmLabel={text('evidence:archive')}
          onConfirm={() => turn('archive')}
        >
          {text('evidence:archive')}
        </ConfirmButton>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
