import { Modal } from '@mantine/core'
import type { Verification } from '../../shared/exchange/verification.ts'
import { useText } from '../app/i18n.ts'
import { VerificationResult } from './VerificationResult.tsx'

type VerificationDialogProps = { readonly verification: Verification | null; readonly onClose: () => void }

/** What the check of a package file found. */
export function VerificationDialog({ verification, onClose }: VerificationDialogProps) {
  const t = useText()
  return (
    <Modal
      opened={verification !== null}
      onClose={onClose}
      title={t('ministry:verify.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {verification === null ? null : <VerificationResult verification={verification} />}
    </Modal>
  )
}
