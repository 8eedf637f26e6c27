export const overviewContract = {}
