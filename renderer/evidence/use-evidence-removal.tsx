import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { EvidenceUse } from '../../shared/evidence/evidence.contract.ts'
import type { RevisionReference } from '../../shared/kernel/record.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { RemovalCalls } from '../components/record/record-calls.ts'
import { UseList } from './UseList.tsx'

type Question = { readonly uses: readonly EvidenceUse[]; readonly answer: (isWanted: boolean) => void }

/**
 * Removes evidence. What answers use is removed only after the person has seen where: it is taken out of there in the
 * same transaction, and one undo brings all of it back. `dialog` has to be shown by the caller.
 */
export function useEvidenceRemoval(): { calls: RemovalCalls; dialog: ReactNode } {
  const language = useLanguage()
  const [question, setQuestion] = useState<Question | null>(null)
  const ask = (uses: readonly EvidenceUse[]): Promise<boolean> =>
    new Promise((resolve) => {
      setQuestion({
        uses,
        answer: (isWanted) => {
          setQuestion(null)
          resolve(isWanted)
        },
      })
    })
  const calls: RemovalCalls = {
    remove: async ({ records }: { records: RevisionReference[] }) => {
      const uses = await data.evidence.uses({ ids: records.map(({ id }) => id), language })
      if (uses.length === 0) return data.evidence.remove({ records })
      if (!(await ask(uses))) throw new DOMException('kept', 'AbortError')
      return data.evidence.removeEverywhere({ records })
    },
    restore: data.evidence.restoreEverywhere,
  }
  return { calls, dialog: question === null ? null : <RemovalQuestion {...question} /> }
}

function RemovalQuestion({ uses, answer }: Question) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      title={t('evidence:remove.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      size="lg"
    >
      <Stack gap="md">
        <Text size="sm">{t('evidence:remove.text', { count: uses.length })}</Text>
        <UseList uses={uses} />
        <Group justify="end">
          <Button variant="default" data-autofocus onClick={() => answer(false)}>
            {t('common:action.cancel')}
          </Button>
          <Button color="red" onClick={() => answer(true)}>
            {t('evidence:remove.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
