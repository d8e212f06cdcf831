import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { Link, useRouteError } from 'react-router'
import { EmptyState } from '../kit/section.tsx'
import { Page } from '../kit/page.tsx'
import { text } from '../kit/text.ts'

export function NotFound() {
  return (
    <Page title={text('kit:notFound')}>
      <EmptyState
        title={text('kit:notFoundHint')}
        action={
          <Button component={Link} to="/today">
            {text('kit:toToday')}
          </Button>
        }
      />
    </Page>
  )
}

/** A room in which there is nothing for somebody of these roles. */
export function NoRoom() {
  return (
    <Page title={text('access:noRoom.title')}>
      <EmptyState
        title={text('access:noRoom.why')}
        hint={text('access:noRoom.hint')}
        action={
          <Button component={Link} to="/today">
            {text('kit:toToday')}
          </Button>
        }
      />
    </Page>
  )
}

function isMissingFile(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message)
}

/** A screen broke, or its file was not on the device yet: the rest of the desk goes on. */
export function RoomFailed() {
  const error = useRouteError()
  useEffect(() => {
    reportError(error)
  }, [error])
  return (
    <Page title={text('kit:product')}>
      <EmptyState
        title={isMissingFile(error) ? text('kit:roomFailed') : text('kit:bug')}
        action={<Button onClick={() => location.reload()}>{text('kit:retry')}</Button>}
      />
    </Page>
  )
}
