import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { documentPath } from './describe-raw-routes.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
})

describe('the served document', () => {
  test('names every route that the server declares, and no other', async () => {
    const response = await house.app.request('/api/openapi.json')
    const { paths } = documentShape.parse(await response.json())
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    const declared = house.declared
      .filter(({ path }) => path !== '/api/openapi.json')
      .map(({ method, path }) => `${method} ${documentPath(path)}`)
    expect(described.sort()).toEqual(declared.sort())
  })
})
