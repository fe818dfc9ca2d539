import { busContract } from "@/lib/drivers/contracts/bus.contract";
import { limiterContract } from "@/lib/drivers/contracts/limiter.contract";
import { memoryBus } from "./bus";
import { memoryLimiter } from "./limiter";

limiterContract("the process", memoryLimiter);
busContract("the process", memoryBus);
