import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { readSheetProgress } from '../../../core/inquiry/sheet-progress.ts'
import {
  currentLanguage,
  EmptyState,
  Facts,
  formatDay,
  Page,
  RefusalNote,
  Section,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { useReadLog } from '../../sync/index.ts'
import { LinkPanel } from '../links/link-panel.tsx'
import { titleOf, type HomeNames } from '../words.ts'
import { aboutText, callText, nameText } from '../waves/line-text.ts'
import { usePeople } from '../waves/use-wave.ts'
import { HandoverScreen } from './handover-screen.tsx'
import { ModeChoice, type AskingMode } from './mode-choice.tsx'
import { PaperEntry } from './paper-entry.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { SheetTrouble } from './sheet-end.tsx'
import { type AnswerPlace, useAnswerPlace } from './use-answer-place.ts'
import { type OpenSheet, useSheet } from './use-sheet.ts'

/** One questionnaire, one person: how it is asked, then the asking. */
export function AnswerPage() {
  const found = useAnswerPlace()
  if (found === null)
    return (
      <Page
        title={text('inquiry:collect.title')}
        back={{ to: '/inquiry', label: text('inquiry:waves.title') }}
      >
        <EmptyState title={text('inquiry:collect.missing')} />
      </Page>
    )
  return <Answering key={found.sheetId} found={found} />
}

function Answering({ found }: { readonly found: AnswerPlace }) {
  const { place, wave, instrument, sheetId, closed } = found
  useReadLog('family', place.familyId, 'answers')
  const navigate = useNavigate()
  const people = usePeople()
  const pair = people.pair(place.pairId)
  const sheet = useSheet(place, pair?.adultId ?? null, sheetId)
  const [mode, setMode] = useState<AskingMode | null>(null)
  const [language, setLanguage] = useState<WordLanguage>(currentLanguage())
  const call = callText(people, place.pairId)
  const names: HomeNames = {
    child: nameText(people, place.childId),
    ...(call === null ? {} : { parent: call }),
  }
  const begin = (chosen: AskingMode) => {
    sheet.begin(chosen, language)
    setMode(chosen)
  }
  const toSheet = () => void navigate(`/inquiry/sheets/${sheetId}`, { replace: true })
  const isDeclined = sheet.record?.state === 'declined'
  const byChild = place.respondentId === place.childId
  const asking = { instrument, sheet, language, names }
  return (
    <Page
      title={titleOf(instrument)}
      back={{ to: `/inquiry/waves/${wave.id}`, label: wave.title }}
      {...(sheet.record === null ? {} : { marks: <UnsentMark record={sheet.record} /> })}
    >
      {mode === null ? (
        <Who found={found} answered={readSheetProgress(instrument, sheet).answered} />
      ) : (
        <Text c="gray.7">
          {text('inquiry:collect.who', {
            respondent: nameText(people, place.respondentId),
            about: aboutText(people, place),
          })}
        </Text>
      )}
      {mode === null && closed !== null && <Closed found={found} />}
      {mode === null && closed === null && sheet.record?.state === 'submitted' && (
        <Text>
          {text('inquiry:collect.already')}{' '}
          <Anchor component={Link} to={`/inquiry/sheets/${sheetId}`}>
            {text('inquiry:collect.toSheet')}
          </Anchor>
        </Text>
      )}
      {mode === null && closed === null && sheet.record?.state !== 'submitted' && (
        <>
          <SheetTrouble sheet={sheet} />
          <ChildsWord sheet={sheet} />
          {!isDeclined && (
            <ModeChoice
              instrument={instrument}
              language={language}
              onLanguage={setLanguage}
              onChoose={begin}
            />
          )}
          {!isDeclined && instrument.items.some((item) => item.text !== null) && (
            <LinkPanel place={place} dueOn={wave.dueOn} />
          )}
        </>
      )}
      {mode === 'readAloud' && <ReadAloud {...asking} asksAssent={byChild} onDone={toSheet} />}
      {mode === 'paper' && (
        <PaperEntry {...asking} place={place} adultId={pair?.adultId ?? null} onDone={toSheet} />
      )}
      {mode === 'handover' && (
        <HandoverScreen
          {...asking}
          asksAssent={byChild}
          onLeave={() => {
            setMode(null)
          }}
        />
      )}
      {mode !== null && mode !== 'handover' && (
        <div>
          <Button variant="default" onClick={() => setMode(null)}>
            {text('inquiry:collect.later')}
          </Button>
        </div>
      )}
    </Page>
  )
}

/** INQ-16: the worker sees what the child said, and records when the child thinks better of it. */
function ChildsWord({ sheet }: { readonly sheet: OpenSheet }) {
  const { record } = sheet
  if (record === null || record.assent === 'notAsked') return null
  return (
    <>
      <Text>
        {text(`inquiry:assent.was.${record.assent}`, { day: formatDay(record.assentOn) })}
      </Text>
      {record.state === 'declined' && (
        <div>
          <Button variant="default" onClick={() => void sheet.recordAssent('given')}>
            {text('inquiry:assent.thoughtBetter')}
          </Button>
        </div>
      )}
    </>
  )
}

function Who({ found, answered }: { readonly found: AnswerPlace; readonly answered: number }) {
  const { place, instrument } = found
  const people = usePeople()
  return (
    <Facts
      rows={[
        { label: text('inquiry:line.respondent'), value: nameText(people, place.respondentId) },
        { label: text('inquiry:line.about'), value: aboutText(people, place) },
        {
          label: text('inquiry:line.state'),
          value: text('inquiry:collect.answered', { answered, all: instrument.items.length }),
        },
      ]}
    />
  )
}

/** Why not, and where it can be settled. */
function Closed({ found }: { readonly found: AnswerPlace }) {
  if (found.closed === null) return null
  const byWave = found.closed.id.startsWith('Wave')
  return (
    <Section title={text('inquiry:collect.closed')}>
      <RefusalNote refusal={found.closed}>
        <Anchor
          component={Link}
          to={
            byWave
              ? `/inquiry/waves/${found.wave.id}`
              : `/families/${found.place.familyId}/consent/${found.place.childId}`
          }
        >
          {text(byWave ? 'inquiry:collect.toWave' : 'inquiry:collect.toConsent')}
        </Anchor>
      </RefusalNote>
    </Section>
  )
}
