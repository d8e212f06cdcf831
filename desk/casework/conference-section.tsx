import { Anchor, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import {
  caseConference,
  type CaseConferenceEntry,
  type ConferenceDecision,
} from '../../core/casework/case-conference.ts'
import { type CaseFileEntry, hasEnded } from '../../core/casework/case-shape.ts'
import {
  ConflictMark,
  DoingNote,
  formatDay,
  formatList,
  Icon,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../kit/index.ts'
import { type LocalRecord, useAct, useMay, useRecords, useToday } from '../sync/index.ts'
import styles from './casework.module.css'
import { usePersonNames, useStaffNames } from './use-case.ts'

/** Form-F23: the conferences of a case, newest first. */
export function ConferenceSection({ its }: { readonly its: CaseFileEntry }) {
  const conferences = useRecords(caseConference, { caseId: its.id })
  const may = useMay('caseConference', 'create', `family:${its.familyId}`)
  const ordered = conferences.toSorted((left, right) => right.on.localeCompare(left.on))
  if (ordered.length === 0 && (!may || hasEnded(its))) return null
  return (
    <Section
      title={text('casework:conference.title')}
      hint={text('casework:conference.hint')}
      actions={
        may &&
        !hasEnded(its) && (
          <Button
            component={Link}
            to={`/casework/${its.id}/conferences/new`}
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
          >
            {text('casework:conference.new')}
          </Button>
        )
      }
    >
      {ordered.length === 0 && <p className={styles.fine}>{text('casework:conference.none')}</p>}
      <ul className={styles.lines}>
        {ordered.map((one) => (
          <li key={one.id} className={styles.line}>
            <span>
              <strong>{formatDay(one.on)}</strong> <UnsentMark record={one} />
              <ConflictMark kind={caseConference} record={one} />
            </span>
            <ConferenceWords conference={one} />
            {may && !hasEnded(its) && <EditLink conference={one} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function EditLink({ conference }: { readonly conference: LocalRecord<CaseConferenceEntry> }) {
  return (
    <Anchor
      component={Link}
      size="sm"
      to={`/casework/${conference.caseId}/conferences/${conference.id}`}
    >
      {text('casework:conference.edit')}
    </Anchor>
  )
}

/** What a conference said and decided, with each decision to be ticked off. */
export function ConferenceWords({ conference }: { readonly conference: CaseConferenceEntry }) {
  const staffName = useStaffNames()
  const nameOf = usePersonNames(conference.familyId)
  const { mode, place, staffIds, personIds, guests, brought, views, decisions, nextOn } = conference
  const names = [
    ...staffIds.map(staffName),
    ...personIds.map(nameOf),
    ...Object.values(guests).map(({ name, organisation }) =>
      organisation === '' ? name : text('casework:conference.guest', { name, organisation }),
    ),
  ].filter((name) => name !== '')
  const head = [text(`casework:conference.mode.${mode}`), place].filter((part) => part !== '')
  return (
    <>
      <Text size="sm" c="gray.7">
        {head.join(' · ')}
      </Text>
      {names.length > 0 && (
        <p className={styles.words}>
          {text('casework:conference.took', { names: formatList(names) })}
        </p>
      )}
      {(['brought', 'views'] as const).map((name) => {
        const words = name === 'brought' ? brought : views
        return words === '' ? null : (
          <div key={name}>
            <Text size="sm" c="gray.7">
              {text(`casework:fields.${name}`)}
            </Text>
            <p className={styles.words}>{words}</p>
          </div>
        )
      })}
      {Object.entries(decisions).length > 0 && (
        <ul className={styles.facts}>
          {Object.entries(decisions).map(([key, decision]) => (
            <DecisionLine key={key} conference={conference} name={key} decision={decision} />
          ))}
        </ul>
      )}
      {nextOn !== null && (
        <p className={styles.words}>
          {text('casework:conference.next', { day: formatDay(nextOn) })}
        </p>
      )}
    </>
  )
}

function DecisionLine({
  conference,
  name,
  decision,
}: {
  readonly conference: CaseConferenceEntry
  readonly name: string
  readonly decision: ConferenceDecision
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const staffName = useStaffNames()
  const may = useMay('caseConference', 'finish', `family:${conference.familyId}`)
  const finished = conference.finished[name]
  const late = finished === undefined && decision.dueOn < today
  const who = decision.staffId === null ? decision.who : staffName(decision.staffId)
  const finish = () =>
    doing.run(() =>
      act({
        ...{ kind: caseConference, recordId: conference.id, verb: 'finish' },
        ...{ input: { key: name, on: today }, fields: {} },
      }),
    )
  return (
    <li className={styles.decision}>
      <span>{decision.what}</span>
      <span className={late ? styles.late : styles.fine}>
        {text('casework:conference.by', { who, day: formatDay(decision.dueOn) })}
        {finished !== undefined &&
          ` · ${text('casework:conference.finished', { day: formatDay(finished.on) })}`}
      </span>
      {may && finished === undefined && (
        <Button
          variant="default"
          size="sm"
          loading={doing.busy}
          aria-label={`${text('casework:conference.finish')}: ${decision.what}`}
          onClick={() => void finish().catch(reportError)}
        >
          {text('casework:conference.finish')}
        </Button>
      )}
      <DoingNote doing={doing} />
    </li>
  )
}
