-- AlterTable
ALTER TABLE "Facility" ADD COLUMN "phone" TEXT;

-- AlterTable
ALTER TABLE "Section" ADD COLUMN "walking" BOOLEAN;

-- CreateTable
CREATE TABLE "FacilitySettings" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "facilityId" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "ratioRule" TEXT NOT NULL DEFAULT 'byWalking',
    "ratioRounding" TEXT NOT NULL DEFAULT 'sum',
    "overCapacity" BOOLEAN NOT NULL DEFAULT false,
    "hasPedt" BOOLEAN NOT NULL DEFAULT false,
    "absenceCutOffDays" INTEGER NOT NULL DEFAULT 0,
    "absenceCutOffMinute" INTEGER NOT NULL DEFAULT 0,
    "roundingMinutes" INTEGER NOT NULL DEFAULT 0,
    "toleranceMinutes" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "FacilitySettings_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StaffBand" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT,
    "weekday" INTEGER NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,
    "staff" INTEGER NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    CONSTRAINT "StaffBand_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StaffBand_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContractHours" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contractId" TEXT NOT NULL,
    "childId" TEXT NOT NULL,
    "firstDay" INTEGER NOT NULL,
    "lastDay" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,
    CONSTRAINT "ContractHours_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OccasionalWindow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "OccasionalWindow_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OccasionalWindow_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OccasionalStay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contractId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "start" DATETIME NOT NULL,
    "end" DATETIME NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "askedAt" DATETIME,
    "answerBy" DATETIME,
    "answeredAt" DATETIME,
    "tokenHash" TEXT,
    CONSTRAINT "OccasionalStay_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OccasionalStay_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Device" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "facilityId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pairingHash" TEXT,
    "pairingExpiresAt" DATETIME,
    "tokenHash" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "pairedAt" DATETIME,
    "lastSeenAt" DATETIME,
    "revokedAt" DATETIME,
    "revokedBy" TEXT,
    CONSTRAINT "Device_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttendanceOperation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "facilityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "presenceId" TEXT,
    "sectionId" TEXT,
    "mark" TEXT,
    "code" TEXT,
    "staff" INTEGER,
    "seenVersion" INTEGER,
    "at" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "deviceId" TEXT,
    "accountId" TEXT,
    "outcome" TEXT NOT NULL,
    "error" TEXT,
    "settlement" TEXT,
    "settledAt" DATETIME,
    "settledBy" TEXT,
    CONSTRAINT "AttendanceOperation_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AttendanceOperation_presenceId_fkey" FOREIGN KEY ("presenceId") REFERENCES "Presence" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AttendanceOperation_deviceId_fkey" FOREIGN KEY ("deviceId") REFERENCES "Device" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facilityId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "lastReadAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Contract" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "offerId" TEXT,
    "careRequestId" TEXT,
    "childId" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "pattern" JSONB NOT NULL,
    "startOn" TEXT NOT NULL,
    "endOn" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'regular',
    "stage" TEXT NOT NULL DEFAULT 'regular',
    "agreementId" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL DEFAULT 'signed',
    "endedBy" TEXT,
    "noticeOn" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    CONSTRAINT "Contract_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "Offer" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Contract_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Contract_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Contract_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Contract_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- A contract signed before is the first row of its own agreement.
INSERT INTO "new_Contract" ("agreementId", "careRequestId", "childId", "createdAt", "endOn", "facilityId", "id", "offerId", "pattern", "sectionId", "startOn", "version") SELECT "id", "careRequestId", "childId", "createdAt", "endOn", "facilityId", "id", "offerId", "pattern", "sectionId", "startOn", "version" FROM "Contract";
DROP TABLE "Contract";
ALTER TABLE "new_Contract" RENAME TO "Contract";
CREATE UNIQUE INDEX "Contract_offerId_key" ON "Contract"("offerId");
CREATE INDEX "Contract_agreementId_idx" ON "Contract"("agreementId");
CREATE INDEX "Contract_sectionId_startOn_idx" ON "Contract"("sectionId", "startOn");
CREATE INDEX "Contract_facilityId_startOn_idx" ON "Contract"("facilityId", "startOn");
CREATE INDEX "Contract_childId_idx" ON "Contract"("childId");
CREATE TABLE "new_OccupancyFact" (
    "month" TEXT NOT NULL,
    "facilityKind" TEXT NOT NULL,
    "facilities" INTEGER NOT NULL,
    "children" INTEGER NOT NULL,
    "capacityMinutes" INTEGER NOT NULL,
    "bookedMinutes" INTEGER NOT NULL,
    "presentMinutes" INTEGER NOT NULL,
    "unknownMinutes" INTEGER NOT NULL,
    "ordinaryBooked" INTEGER NOT NULL,
    "atypicalBooked" INTEGER NOT NULL,
    "ordinaryPresent" INTEGER NOT NULL,
    "atypicalPresent" INTEGER NOT NULL,
    "realisedMinutes" INTEGER NOT NULL DEFAULT 0,
    "billedMinutes" INTEGER NOT NULL DEFAULT 0,
    "recordedAt" DATETIME NOT NULL,

    PRIMARY KEY ("month", "facilityKind")
);
INSERT INTO "new_OccupancyFact" ("atypicalBooked", "atypicalPresent", "bookedMinutes", "capacityMinutes", "children", "facilities", "facilityKind", "month", "ordinaryBooked", "ordinaryPresent", "presentMinutes", "recordedAt", "unknownMinutes") SELECT "atypicalBooked", "atypicalPresent", "bookedMinutes", "capacityMinutes", "children", "facilities", "facilityKind", "month", "ordinaryBooked", "ordinaryPresent", "presentMinutes", "recordedAt", "unknownMinutes" FROM "OccupancyFact";
DROP TABLE "OccupancyFact";
ALTER TABLE "new_OccupancyFact" RENAME TO "OccupancyFact";
CREATE TABLE "new_Offer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "careRequestId" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "pattern" JSONB NOT NULL,
    "startOn" TEXT NOT NULL,
    "endOn" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "answerBy" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "answeredAt" DATETIME,
    "tokenHash" TEXT NOT NULL,
    "contractKind" TEXT NOT NULL DEFAULT 'regular',
    "bundleId" TEXT,
    "transferOf" TEXT,
    CONSTRAINT "Offer_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Offer_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Offer_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Offer" ("answerBy", "answeredAt", "careRequestId", "createdAt", "createdBy", "endOn", "facilityId", "id", "pattern", "sectionId", "startOn", "status", "tokenHash", "version") SELECT "answerBy", "answeredAt", "careRequestId", "createdAt", "createdBy", "endOn", "facilityId", "id", "pattern", "sectionId", "startOn", "status", "tokenHash", "version" FROM "Offer";
DROP TABLE "Offer";
ALTER TABLE "new_Offer" RENAME TO "Offer";
CREATE UNIQUE INDEX "Offer_tokenHash_key" ON "Offer"("tokenHash");
CREATE INDEX "Offer_bundleId_idx" ON "Offer"("bundleId");
CREATE INDEX "Offer_sectionId_status_idx" ON "Offer"("sectionId", "status");
CREATE INDEX "Offer_status_answerBy_idx" ON "Offer"("status", "answerBy");
CREATE INDEX "Offer_careRequestId_idx" ON "Offer"("careRequestId");
CREATE TABLE "new_Presence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contractId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "plannedStart" DATETIME NOT NULL,
    "plannedEnd" DATETIME NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'contract',
    "state" TEXT NOT NULL,
    "arrivedAt" DATETIME,
    "leftAt" DATETIME,
    "absenceCode" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "markedBy" TEXT,
    "markedAt" DATETIME,
    CONSTRAINT "Presence_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Presence" ("absenceCode", "arrivedAt", "contractId", "day", "id", "leftAt", "markedAt", "markedBy", "plannedEnd", "plannedStart", "state", "version") SELECT "absenceCode", "arrivedAt", "contractId", "day", "id", "leftAt", "markedAt", "markedBy", "plannedEnd", "plannedStart", "state", "version" FROM "Presence";
DROP TABLE "Presence";
ALTER TABLE "new_Presence" RENAME TO "Presence";
CREATE INDEX "Presence_day_idx" ON "Presence"("day");
CREATE UNIQUE INDEX "Presence_contractId_plannedStart_key" ON "Presence"("contractId", "plannedStart");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "FacilitySettings_facilityId_validFrom_key" ON "FacilitySettings"("facilityId", "validFrom");

-- CreateIndex
CREATE INDEX "StaffBand_facilityId_weekday_idx" ON "StaffBand"("facilityId", "weekday");

-- CreateIndex
CREATE INDEX "ContractHours_childId_firstDay_idx" ON "ContractHours"("childId", "firstDay");

-- CreateIndex
CREATE INDEX "ContractHours_contractId_idx" ON "ContractHours"("contractId");

-- CreateIndex
CREATE INDEX "OccasionalWindow_facilityId_toDay_idx" ON "OccasionalWindow"("facilityId", "toDay");

-- CreateIndex
CREATE INDEX "OccasionalWindow_sectionId_toDay_idx" ON "OccasionalWindow"("sectionId", "toDay");

-- CreateIndex
CREATE UNIQUE INDEX "OccasionalStay_tokenHash_key" ON "OccasionalStay"("tokenHash");

-- CreateIndex
CREATE INDEX "OccasionalStay_sectionId_day_status_idx" ON "OccasionalStay"("sectionId", "day", "status");

-- CreateIndex
CREATE INDEX "OccasionalStay_contractId_day_idx" ON "OccasionalStay"("contractId", "day");

-- CreateIndex
CREATE INDEX "OccasionalStay_status_answerBy_idx" ON "OccasionalStay"("status", "answerBy");

-- CreateIndex
CREATE UNIQUE INDEX "Device_pairingHash_key" ON "Device"("pairingHash");

-- CreateIndex
CREATE UNIQUE INDEX "Device_tokenHash_key" ON "Device"("tokenHash");

-- CreateIndex
CREATE INDEX "Device_facilityId_idx" ON "Device"("facilityId");

-- CreateIndex
CREATE INDEX "AttendanceOperation_presenceId_at_idx" ON "AttendanceOperation"("presenceId", "at");

-- CreateIndex
CREATE INDEX "AttendanceOperation_facilityId_kind_at_idx" ON "AttendanceOperation"("facilityId", "kind", "at");

-- CreateIndex
CREATE INDEX "AttendanceOperation_facilityId_outcome_settledAt_idx" ON "AttendanceOperation"("facilityId", "outcome", "settledAt");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_accountId_idx" ON "CalendarFeed"("accountId");

-- Hours of the contracts signed before, cut at midnight. 19723 is Monday 1 January 2024, from which weeks A and B are
-- counted; 2932896 is 31 December 9999; one hundred and forty thousand days keep the remainder positive.
INSERT INTO "ContractHours" ("id", "contractId", "childId", "firstDay", "lastDay", "step", "startMinute", "endMinute")
WITH "slots" AS (
    SELECT "Contract"."id" AS "contractId", "childId", "value" AS "slot",
        json_extract("pattern", '$.cycleWeeks') AS "cycle",
        CAST(julianday("startOn") - 2440587.5 AS INTEGER) AS "fromDay",
        CASE WHEN "endOn" IS NULL THEN 2932896 ELSE CAST(julianday("endOn") - 2440587.5 AS INTEGER) END AS "toDay",
        "key" AS "number"
    FROM "Contract", json_each("pattern", '$.slots')
), "days" AS (
    SELECT *, "fromDay" + (json_extract("slot", '$.weekday') - 1 - ("fromDay" + 3) % 7 + 7) % 7 AS "day" FROM "slots"
), "first" AS (
    SELECT *, "day" + CASE WHEN "cycle" = 2
        AND (("day" - 19723 + 140000) / 7) % 2 <> json_extract("slot", '$.week') THEN 7 ELSE 0 END AS "firstDay"
    FROM "days"
), "pieces" AS (
    SELECT "contractId", "childId", "number", 0 AS "piece", "firstDay", "toDay" AS "lastDay", "cycle" * 7 AS "step",
        json_extract("slot", '$.start') AS "startMinute", min(1440, json_extract("slot", '$.end')) AS "endMinute"
    FROM "first" WHERE "firstDay" <= "toDay"
    UNION ALL
    SELECT "contractId", "childId", "number", 1, "firstDay" + 1, "toDay" + 1, "cycle" * 7,
        0, json_extract("slot", '$.end') - 1440
    FROM "first" WHERE "firstDay" <= "toDay" AND json_extract("slot", '$.end') > 1440
)
SELECT "contractId" || ':' || "number" || ':' || "piece", "contractId", "childId", "firstDay", "lastDay", "step",
    "startMinute", "endMinute"
FROM "pieces";

-- No child is held twice at the same time: two rows that repeat every 7 or 14 days meet when the same day belongs to
-- both. The row that repeats less often is followed from the later of the two first days.
CREATE TRIGGER "ContractHours_never_twice" BEFORE INSERT ON "ContractHours"
WHEN EXISTS (
    SELECT 1 FROM "ContractHours" AS "held"
    WHERE "held"."childId" = NEW."childId"
        AND "held"."startMinute" < NEW."endMinute" AND NEW."startMinute" < "held"."endMinute"
        AND "held"."firstDay" <= NEW."lastDay" AND NEW."firstDay" <= "held"."lastDay"
        AND ("held"."firstDay" - NEW."firstDay") % min("held"."step", NEW."step") = 0
        AND CASE WHEN "held"."step" >= NEW."step"
            THEN "held"."firstDay" + (max("held"."firstDay", NEW."firstDay") - "held"."firstDay" + "held"."step" - 1)
                / "held"."step" * "held"."step"
            ELSE NEW."firstDay" + (max("held"."firstDay", NEW."firstDay") - NEW."firstDay" + NEW."step" - 1)
                / NEW."step" * NEW."step"
            END <= min("held"."lastDay", NEW."lastDay")
)
BEGIN
    SELECT RAISE(ABORT, 'child-held-twice');
END;

-- Hours change with their contract: the rows go, and others come.
CREATE TRIGGER "ContractHours_never_updated" BEFORE UPDATE ON "ContractHours"
BEGIN
    SELECT RAISE(ABORT, 'contract-hours-never-updated');
END;
