import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { refuseAction, standNowhere } from '../../../core/access/standing.ts'
import { Section, text } from '../../kit/index.ts'
import { useActor } from '../../sync/index.ts'

/** For whoever answers for the station's figures; nothing for everybody else. */
export function ToStationMonth() {
  const actor = useActor()
  if (refuseAction(standNowhere(actor), 'readStationMonth', 'agency') !== null) return null
  return (
    <Section
      title={text('paperwork:formName.stationMonth')}
      hint={text('paperwork:paper.monthHint')}
    >
      <Anchor component={Link} to="/paperwork/station-month" underline="always">
        {text('paperwork:paper.toMonth')}
      </Anchor>
    </Section>
  )
}
