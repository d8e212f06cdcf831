// A house that serves the built pages on a port of its own, for journeys of families that begin from records and not from the desk.
import { serve } from '@hono/node-server'
import { createApp } from '../server/app/create-app.ts'
import { openTestHouse, type TestHouse } from '../testing/house/open-test-house.ts'

const dist = new URL('../dist/', import.meta.url).pathname

export interface FamilyHouse {
  readonly house: TestHouse
  readonly address: string
  readonly close: () => Promise<void>
}

export async function openFamilyHouse(): Promise<FamilyHouse> {
  const house = await openTestHouse({ publicOrigin: 'http://localhost' })
  const { app } = createApp(house.open.house, {
    ...{ desk: `${dist}desk`, family: `${dist}family`, tone: `${dist}tone` },
  })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const close = async () => {
        server.close()
        await house.close()
      }
      resolve({ house, address: `http://localhost:${port}`, close })
    })
  })
}
