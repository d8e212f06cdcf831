import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Segment, StrandPlan } from '../../core/groupwork/plan-shape.ts'
import { planStrands, type PlanStrand } from '../../core/groupwork/strand.ts'
import { formatList, text } from '../kit/index.ts'
import { useMay } from '../sync/index.ts'
import { NotHere } from './not-here.tsx'
import { PlanEditor } from './plan-editor.tsx'
import { Lines } from './print/lines.tsx'
import { SegmentCells } from './print/segment-cells.tsx'
import { PrintFrame } from './print-frame.tsx'
import styles from './print-page.module.css'
import { useMeeting } from './use-group.ts'

const papers = [
  { to: 'leader', label: 'groupwork:cards.leader' },
  { to: 'cards', label: 'groupwork:cards.title' },
] as const

/** The plan of one meeting on paper (form-F4). */
export function MeetingPlanPage() {
  const { meetingId = '' } = useParams()
  const file = useMeeting(meetingId)
  const [editing, setEditing] = useState<PlanStrand | null>(null)
  const mayEdit = useMay('meeting', 'edit', `group:${file?.group.id ?? ''}`, meetingId)
  if (file === null) return <NotHere />
  const { meeting } = file
  return (
    <PrintFrame file={file} title={text('groupwork:print.plan')}>
      <Group gap="xs" my="sm" className={styles.onScreen ?? ''}>
        {papers.map(({ to, label }) => (
          <Button
            key={to}
            component={Link}
            to={`/groupwork/meetings/${meetingId}/${to}`}
            variant="default"
            size="sm"
          >
            {text(label)}
          </Button>
        ))}
      </Group>
      <Lines label={text('groupwork:print.aims')} lines={meeting.aims} />
      <p>
        <strong>{text('groupwork:print.targets')}</strong>{' '}
        {formatList(meeting.targets.map((target) => text(`groupwork:target.${target}`)))}
      </p>
      {planStrands.map((strand) => {
        const plan = meeting.plan[strand]
        if (plan === undefined) return null
        return editing === strand ? (
          <PlanEditor
            key={strand}
            meeting={meeting}
            strand={strand}
            plan={plan}
            onDone={() => setEditing(null)}
          />
        ) : (
          <div key={strand}>
            <PlanTable strand={strand} plan={plan} />
            {mayEdit && (
              <Button
                size="compact-md"
                variant="default"
                className={styles.onScreen ?? ''}
                onClick={() => setEditing(strand)}
              >
                {text('groupwork:plan.editStrand', { strand: text(`groupwork:strand.${strand}`) })}
              </Button>
            )}
          </div>
        )
      })}
      <Lines label={text('groupwork:print.indicators')} lines={meeting.indicators} />
      <Lines label={text('groupwork:print.risks')} lines={meeting.risks} />
    </PrintFrame>
  )
}

function PlanTable({ strand, plan }: { readonly strand: PlanStrand; readonly plan: StrandPlan }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.plan}>
        <caption>
          {text('groupwork:page.strandMinutes', {
            strand: text(`groupwork:strand.${strand}`),
            minutes: plan.minutes,
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text('groupwork:print.minutes')}</th>
            <th scope="col">{text('groupwork:print.segment')}</th>
            <th scope="col">{text('groupwork:print.content')}</th>
            <th scope="col" className={styles.optional}>
              {text('groupwork:print.materials')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.segments.map((segment) => (
            <SegmentRow key={segment.id} segment={segment} />
          ))}
        </tbody>
      </table>
      {plan.homeTask !== '' && (
        <p>
          <strong>{text('groupwork:run.homeTask')}</strong> {plan.homeTask}
        </p>
      )}
    </div>
  )
}

function SegmentRow({ segment }: { readonly segment: Segment }) {
  return (
    <tr>
      <td>{segment.minutes}</td>
      <SegmentCells segment={segment} />
      <td className={styles.optional}>{formatList(segment.materials)}</td>
    </tr>
  )
}
