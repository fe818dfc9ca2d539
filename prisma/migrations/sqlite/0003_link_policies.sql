-- CreateTable
CREATE TABLE "AllowEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shareId" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "userId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "AllowEntry_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AllowEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LinkEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shareId" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL DEFAULT 1,
    "day" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "LinkEvent_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Preset" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Preset_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Share_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Share_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Share_contextId_fkey" FOREIGN KEY ("contextId") REFERENCES "Item" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Share" ("allowDownload", "allowIndexing", "code", "contextId", "createdAt", "endedAt", "expiresAt", "id", "isActive", "itemId", "kind", "label", "lastAccessedAt", "maxViews", "openings", "ownerId", "passwordHash", "playCount", "playLimit", "primaryOf", "startsAt", "updatedAt", "viewCount") SELECT "allowDownload", "allowIndexing", "code", "contextId", "createdAt", "endedAt", "expiresAt", "id", "isActive", "itemId", "kind", "label", "lastAccessedAt", "maxViews", "openings", "ownerId", "passwordHash", "playCount", "playLimit", "primaryOf", "startsAt", "updatedAt", "viewCount" FROM "Share";
DROP TABLE "Share";
ALTER TABLE "new_Share" RENAME TO "Share";
CREATE UNIQUE INDEX "Share_code_key" ON "Share"("code");
CREATE UNIQUE INDEX "Share_primaryOf_key" ON "Share"("primaryOf");
CREATE INDEX "Share_ownerId_id_idx" ON "Share"("ownerId", "id");
CREATE INDEX "Share_itemId_idx" ON "Share"("itemId");
CREATE INDEX "Share_contextId_idx" ON "Share"("contextId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "AllowEntry_email_idx" ON "AllowEntry"("email");

-- CreateIndex
CREATE INDEX "AllowEntry_userId_idx" ON "AllowEntry"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "AllowEntry_shareId_email_key" ON "AllowEntry"("shareId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "LinkEvent_shareId_what_detail_day_key" ON "LinkEvent"("shareId", "what", "detail", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Preset_ownerId_name_key" ON "Preset"("ownerId", "name");
