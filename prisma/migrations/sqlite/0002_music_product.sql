-- AlterTable
ALTER TABLE "Item" ADD COLUMN "cover" TEXT;
ALTER TABLE "Item" ADD COLUMN "deletedAt" DATETIME;

-- CreateTable
CREATE TABLE "ProviderAccount" (
    "provider" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("provider", "providerId"),
    CONSTRAINT "ProviderAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReferrerStat" (
    "shareId" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("shareId", "host"),
    CONSTRAINT "ReferrerStat_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Share" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "itemId" INTEGER,
    "kind" TEXT NOT NULL,
    "contextId" INTEGER,
    "primaryOf" INTEGER,
    "label" TEXT NOT NULL DEFAULT '',
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "startsAt" DATETIME,
    "expiresAt" DATETIME,
    "endedAt" DATETIME,
    "passwordHash" TEXT,
    "playLimit" INTEGER,
    "maxViews" INTEGER,
    "openings" INTEGER NOT NULL DEFAULT 0,
    "allowDownload" BOOLEAN NOT NULL DEFAULT false,
    "allowIndexing" BOOLEAN NOT NULL DEFAULT false,
    "viewCount" INTEGER NOT NULL DEFAULT 0,
    "playCount" INTEGER NOT NULL DEFAULT 0,
    "lastAccessedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Share_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Share_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Share_contextId_fkey" FOREIGN KEY ("contextId") REFERENCES "Item" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Share" ("allowDownload", "allowIndexing", "code", "createdAt", "endedAt", "expiresAt", "id", "isActive", "itemId", "kind", "label", "lastAccessedAt", "maxViews", "openings", "ownerId", "passwordHash", "playCount", "playLimit", "primaryOf", "startsAt", "updatedAt", "viewCount") SELECT "allowDownload", "allowIndexing", "code", "createdAt", "endedAt", "expiresAt", "id", "isActive", "itemId", "kind", "label", "lastAccessedAt", "maxViews", "openings", "ownerId", "passwordHash", "playCount", "playLimit", "primaryOf", "startsAt", "updatedAt", "viewCount" FROM "Share";
DROP TABLE "Share";
ALTER TABLE "new_Share" RENAME TO "Share";
CREATE UNIQUE INDEX "Share_code_key" ON "Share"("code");
CREATE UNIQUE INDEX "Share_primaryOf_key" ON "Share"("primaryOf");
CREATE INDEX "Share_ownerId_id_idx" ON "Share"("ownerId", "id");
CREATE INDEX "Share_itemId_idx" ON "Share"("itemId");
CREATE INDEX "Share_contextId_idx" ON "Share"("contextId");
CREATE TABLE "new_Referral" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "referrerId" TEXT NOT NULL,
    "newcomerId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "shareId" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Referral_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Referral_referrerId_fkey" FOREIGN KEY ("referrerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Referral_newcomerId_fkey" FOREIGN KEY ("newcomerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Referral" ("createdAt", "credits", "id", "newcomerId", "referrerId", "source") SELECT "createdAt", "credits", "id", "newcomerId", "referrerId", "source" FROM "Referral";
DROP TABLE "Referral";
ALTER TABLE "new_Referral" RENAME TO "Referral";
CREATE UNIQUE INDEX "Referral_newcomerId_key" ON "Referral"("newcomerId");
CREATE INDEX "Referral_referrerId_idx" ON "Referral"("referrerId");
CREATE INDEX "Referral_shareId_idx" ON "Referral"("shareId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ProviderAccount_userId_idx" ON "ProviderAccount"("userId");

-- CreateIndex
CREATE INDEX "Item_deletedAt_idx" ON "Item"("deletedAt");
