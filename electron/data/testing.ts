import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import type { Language } from '../../shared/kernel/record.ts'
import type { SampleKind } from '../../shared/workspace/workspace.contract.ts'
import { createService, type Service } from './service.ts'

export type TestService = {
  readonly service: Service
  /** Calls the procedures as the page does, through the same middleware and schemas. */
  readonly client: RouterClient<Service['router']>
  /** The workspace file, in a folder of its own. */
  readonly path: string
  readonly folder: string
  /** Closes the workspace and deletes the folder. */
  close(): Promise<void>
}

export type TestServiceOptions = {
  readonly clock?: () => Date
  readonly actor?: string
  readonly sample?: SampleKind | null
  readonly language?: Language
}

/** A service on a new workspace in a temporary folder. Close it, or the folder stays. */
export async function openTestService({
  clock = () => new Date('2026-11-22T09:00:00.000Z'),
  actor = 'tester',
  sample = null,
  language = 'kk',
}: TestServiceOptions = {}): Promise<TestService> {
  const folder = await mkdtemp(join(tmpdir(), 'qosdiplom-'))
  const path = join(folder, 'register.qosdiplom')
  const service = createService({ clock, actor })
  await service.createWorkspace(path, { sample, language })
  return {
    service,
    client: createRouterClient(service.router),
    path,
    folder,
    async close() {
      await service.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
