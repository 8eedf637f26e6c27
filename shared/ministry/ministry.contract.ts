export const ministryContract = {}
