import { implement } from '@orpc/server'
import { viewsContract } from '../../../shared/views/views.contract.ts'
import type { DataContext } from '../context.ts'
import { countView } from './count-view.ts'
import { insertView, listViews, removeView, restoreView, updateView } from './view.repository.ts'

export function createViewsRouter(context: DataContext) {
  const os = implement(viewsContract)
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const registers = context.registers()
      const views = await listViews(context.database().reader)
      return Promise.all(
        views.map(async (view) => ({ ...view, count: await countView(registers, view, input) })),
      )
    }),
    create: os.create.handler(({ input }) => context.database().write((tx) => insertView(tx, input))),
    save: os.save.handler(({ input: { name, state, ...reference } }) =>
      context.database().write((tx) => updateView(tx, reference, { name, state })),
    ),
    remove: os.remove.handler(({ input }) => context.database().write((tx) => removeView(tx, input))),
    restore: os.restore.handler(({ input }) => context.database().write((tx) => restoreView(tx, input.id))),
  })
}
